import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..');
/** What reads base64url and passes over padding, white space, the other alphabet or spare bits. */
const lenient = /from\([^()]*(\([^()]*\))?[^()]*['"]base64url['"]\)|fromBase64\(|base64urlnopad/;

it('base64url is read by the one strict decoder, everywhere in what runs', () => {
  const files = execFileSync('git', ['ls-files', '*.ts', '*.tsx'], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter(
      (file) =>
        file !== '' &&
        !/\.(test|fixture)\.tsx?$|^scripts\/checks\/|^shared\/counter-code\/examples\/|^scripts\/sdk\//.test(
          file,
        ),
    );
  expect(files.length).toBeGreaterThan(400);
  const found = files.filter((file) => lenient.test(readFileSync(join(root, file), 'utf8')));
  expect(found).toEqual([]);
});
