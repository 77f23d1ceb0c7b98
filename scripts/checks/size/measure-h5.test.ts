import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { measureH5 } from './measure-h5.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'size-h5-'));
  for (const part of ['js', 'css', 'static']) mkdirSync(join(folder, part));
  for (const [file, bytes] of Object.entries({
    'landing.html': 1,
    'landing.html.br': 1000,
    'index.html': 1000,
    'js/app.0a1b2c3d.js': 1000,
    'js/app.0a1b2c3d.js.br': 2,
    'js/app.0a1b2c3d.js.gz': 1000,
    'js/app.0a1b2c3d.js.LICENSE.txt': 1000,
    'js/confirm.0a1b2c3d.js': 4,
    'js/capture.0a1b2c3d.js': 8,
    'css/app.0a1b2c3d.css': 16,
    'css/rest.0a1b2c3d.css': 128,
    'js/rest.0a1b2c3d.js': 1000,
    'js/rest.0a1b2c3d.js.br': 32,
    'js/797.0a1b2c3d.js': 64,
    'static/picture.svg': 1000,
  }))
    writeFileSync(join(folder, file), 'x'.repeat(bytes));
});
afterAll(() => rmSync(folder, { recursive: true }));

it('counts the landing page as it is, and scripts and styles packed, each with the part that it is loaded in', () => {
  expect(measureH5(folder)).toEqual({ landing: 1, check: 2 + 4 + 8 + 16, rest: 32 + 64 + 128 });
});
