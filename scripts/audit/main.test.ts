import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSqlite } from '../../bff/src/adapters/sqlite/open-sqlite.ts';
import { openAudit } from '../../bff/src/audit/open-audit.ts';

const main = new URL('./main.ts', import.meta.url).pathname;
const migrations = new URL('../../bff/migrations', import.meta.url).pathname;
let folder = '';
let file = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lz-audit-'));
  file = join(folder, 'bff.db');
});
afterAll(() => rm(folder, { recursive: true }));

const verify = (...args: string[]) =>
  new Promise<{ status: unknown; out: string; err: string }>((resolve) => {
    execFile(process.execPath, [main, ...args], (error, out, err) =>
      resolve({ status: error?.code ?? 0, out, err }),
    );
  });

describe('the command audit:verify', () => {
  it('ends with 0 for whole chains of a BFF that runs, and with 1 at a fault', async () => {
    const db = await openSqlite(file, { migrations });
    const { audit } = await openAudit({ db, now: () => 1, random: (length) => randomBytes(length) });
    await audit({ event: 'credential-voided', by: 'holder' });
    const whole = await verify(file);
    expect(whole).toMatchObject({ status: 0, err: '' });
    expect(whole.out).toContain('2 entries in 1 chains, all whole');
    const heads = whole.out.trim().split('heads ').at(-1) ?? '';
    expect(await verify(file, heads)).toMatchObject({ status: 0 });
    await db.write([{ sql: 'delete from audit where seq = 1', params: {} }]);
    expect(await verify(file)).toMatchObject({
      status: 1,
      err: expect.stringContaining('Broken at entry 1'),
    });
    await db.close();
  });

  it('says in a sentence that there is no such file, and makes none', async () => {
    const missing = join(folder, 'none.db');
    expect((await verify()).err).toMatch(/^npm run audit:verify -- FILE/);
    for (let n = 0; n < 2; n++)
      expect(await verify(missing)).toEqual({ status: 1, out: '', err: `There is no file ${missing}.\n` });
  });

  it('says in a sentence what else cannot be verified', async () => {
    const [text, empty] = [join(folder, 'text'), join(folder, 'empty')];
    await writeFile(text, 'a text that is long enough to be looked at as the header of a database'.repeat(9));
    await writeFile(empty, '');
    const wrong = { status: 1, out: '' };
    expect(await verify(text)).toEqual({ ...wrong, err: `The file ${text} is no SQLite database.\n` });
    expect(await verify(empty)).toEqual({ ...wrong, err: `The file ${empty} holds no audit chains.\n` });
    expect(await verify(folder)).toEqual({ ...wrong, err: `The file ${folder} cannot be opened.\n` });
    expect(await verify(empty, 'nonsense')).toEqual({
      ...wrong,
      err: 'HEADS is not what an earlier run printed as "heads".\n',
    });
  });
});
