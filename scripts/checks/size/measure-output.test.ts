import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { measureOutput } from './measure-output.ts';

describe('the size of an output', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'size-'));
    mkdirSync(join(folder, 'capture', 'face'), { recursive: true });
    mkdirSync(join(folder, 'captured'));
    writeFileSync(join(folder, 'app.js'), 'x'.repeat(100));
    writeFileSync(join(folder, 'captured', 'index.js'), 'x'.repeat(20));
    writeFileSync(join(folder, 'capture', 'face', 'index.js'), 'x'.repeat(3));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('counts a subpackage in the total and not in the main package', () => {
    expect(measureOutput(folder, ['capture'])).toEqual({ mainPackageBytes: 120, totalBytes: 123 });
  });

  it('counts everything as the main package where there are no subpackages', () => {
    expect(measureOutput(folder, [])).toEqual({ mainPackageBytes: 123, totalBytes: 123 });
  });
});
