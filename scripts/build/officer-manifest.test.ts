import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeOfficerManifest } from './officer-manifest.ts';

let pages: string;
beforeEach(() => {
  pages = mkdtempSync(join(tmpdir(), 'lz-manifest-'));
  for (const folder of ['officer', 'web']) mkdirSync(join(pages, folder));
  const write = (file: string, text: string) => writeFileSync(join(pages, file), text);
  write('officer/index.html', '<script src="/web/officer-00000001.js"></script>');
  write('web/officer-00000001.js', 'import"./kit-00000002.js";import("./later-00000003.js")');
  write('web/kit-00000002.js', 'export{}');
  write('web/later-00000003.js', 'import"./kit-00000002.js"');
  write('web/counter-00000004.js', 'import"./kit-00000002.js"');
});
afterEach(() => rmSync(pages, { recursive: true }));

describe("the manifest of the officers' page", () => {
  it('names the page and all that it loads, now or later, and nothing else', () => {
    expect(Object.keys(writeOfficerManifest(pages, '').files)).toEqual([
      ...['/officer', '/web/kit-00000002.js', '/web/later-00000003.js', '/web/officer-00000001.js'],
    ]);
  });

  it('changes with any letter of any of them', () => {
    const before = writeOfficerManifest(pages, '').files;
    writeFileSync(join(pages, 'web/kit-00000002.js'), 'export{ }');
    const after = writeOfficerManifest(pages, '').files;
    expect(after['/web/kit-00000002.js']).not.toBe(before['/web/kit-00000002.js']);
    expect(after['/officer']).toBe(before['/officer']);
    expect(after['/officer']).toMatch(/^sha384-[\w+/]{64}$/);
  });

  it('has the root key that the page trusts as one of its files', () => {
    const { files } = writeOfficerManifest(pages, '{"root":{},"sandbox":false}');
    expect(files).toHaveProperty(['/officer/trust.json']);
    expect(readFileSync(join(pages, 'officer/trust.json'), 'utf8')).toBe('{"root":{},"sandbox":false}');
    expect(JSON.parse(readFileSync(join(pages, 'officer/manifest.json'), 'utf8'))).toMatchObject({ files });
  });
});
