import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import vectors from '../vectors/counter-code.json' with { type: 'json' };
import { checkCode } from './check-code.ts';
import { parseCode } from './parse-code.ts';

const folder = join(import.meta.dirname, 'examples');

/** How each language runs its example, and whether it can here. */
const languages = [
  { name: 'TypeScript', file: 'counter-code.ts', run: [process.execPath], ask: ['--version'] },
  { name: 'Python', file: 'counter_code.py', run: ['python3'], ask: ['--version'] },
  { name: 'Java', file: 'CounterCode.java', run: ['java'], ask: ['-version'] },
  { name: 'C#', file: 'CounterCode.cs', run: ['dotnet', 'run'], ask: ['--version'] },
  { name: 'PHP', file: 'counter-code.php', run: ['php'], ask: ['--version'] },
  { name: 'Go', file: 'counter_code.go', run: ['go', 'run'], ask: ['version'] },
].map((language) => {
  const [program = ''] = language.run;
  return { ...language, isHere: spawnSync(program, language.ask).status === 0 };
});
const missing = languages.filter(({ isHere }) => !isHere).map(({ name }) => name);
if (missing.length > 0)
  console.log(
    `counter code: ${missing.length} of ${languages.length} languages have no toolchain here and are skipped: ${missing.join(', ')}`,
  );

const bytesOf = (secret: string) => new Uint8Array(Buffer.from(secret, 'base64url'));

describe('the examples of the counter code', () => {
  for (const { name, file, run, isHere } of languages)
    it.skipIf(!isHere)(`in ${name} makes the code of each vector`, () => {
      const [program = '', ...before] = run;
      for (const { code, message: _, elapsed, ...session } of vectors.made) {
        const { codeBaseUrl, token, secret, rpId, counterId, scene, purpose } = session;
        const asked = [codeBaseUrl, token, secret, rpId, counterId, scene, purpose, String(elapsed)];
        const said = execFileSync(program, [...before, join(folder, file), ...asked], { encoding: 'utf8' });
        expect(said.trim()).toBe(code);
      }
    });

  it('stand in the page, one for each of six languages', () => {
    const page = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8');
    for (const { file } of languages) expect(page).toContain(`(examples/${file})`);
    expect(languages).toHaveLength(6);
  });
});

describe('the vectors of the counter code', () => {
  const [session] = vectors.made;
  if (session === undefined) throw new Error('no vector');
  const judged = (code: string, elapsed: number) => {
    const parsed = parseCode(code);
    const { rpId, counterId, scene, purpose, secret } = session;
    const place = { rpId, counterId, scene, purpose, secret: bytesOf(secret) };
    const age = { openedAt: 0, now: elapsed * 1000, maxAgeMs: 5000, maxAheadMs: 2000 };
    return parsed === undefined || !('mac' in parsed) ? 'unreadable' : checkCode({ parsed, ...place, ...age });
  };

  it('are taken by what reads codes here', () => {
    expect(vectors.made).toHaveLength(3);
    expect(judged(session.code, 0)).toBe('valid');
  });

  it.each(vectors.refused)('hold a code that is refused: $why', ({ code, as }) => {
    expect(judged(code, 0)).toBe(as);
  });

  it('tell the bytes that are signed, as the page lays them out', () => {
    for (const { message, token, elapsed, rpId, counterId, scene, purpose } of vectors.made) {
      const fields = [
        'liangzheng counter code',
        '1',
        token,
        String(elapsed),
        rpId,
        counterId,
        scene,
        purpose,
      ];
      const hex = fields.map(
        (field) =>
          Buffer.byteLength(field).toString(16).padStart(8, '0') + Buffer.from(field).toString('hex'),
      );
      expect(hex.join('')).toBe(message);
    }
    const page = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8');
    const laid = [...page.matchAll(/\| `([0-9a-f]{8})` `([0-9a-f]+)` \|/g)].map(
      ([, length, bytes]) => `${length}${bytes}`,
    );
    expect(laid.length).toBeGreaterThan(5);
    for (const field of laid) expect(vectors.made[1]?.message).toContain(field);
  });
});
