import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSqlite } from './adapters/sqlite/read-sqlite.ts';
import { environmentIn, killAll, runBff } from './process.fixture.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bff-'));
});
afterEach(() => {
  killAll();
  rmSync(folder, { recursive: true });
});

const logged = () => readFileSync(join(folder, 'bff.log'), 'utf8').trim().split('\n');

describe('the process', () => {
  it('says that it is ready, serves, and ends in good order with its audit chain closed', async () => {
    const { child, exit, errors, ready } = runBff(environmentIn(folder));
    const url = await ready();
    expect(await (await fetch(`${url}/health/live`)).json()).toMatchObject({ status: 'up' });
    const keys = await (await fetch(`${url}/.well-known/jwks.json`)).json();
    expect(keys).toMatchObject({ keys: [{ kid: 'sandbox-1', alg: 'ES256' }] });
    expect(JSON.stringify(keys)).not.toContain('"d"');
    expect(await (await fetch(`${url}/metrics`)).text()).toContain('lz_relays_in_flight 0');
    await fetch(`${url}/nowhere`);
    child.kill('SIGTERM');
    expect(await exit).toEqual([0, null]);
    expect(errors()).toBe('');
    expect(logged().join()).toContain('"route":"/health/live"');
    const database = readFileSync(join(folder, 'bff.db'), 'latin1');
    expect(database).toContain('process-started');
    expect(database).toContain('"request-refused public not-found":1');
    expect(database).toContain('process-stopped');
  });

  it('does not start on nonsense, and says why', async () => {
    const { exit, errors } = runBff({ ...environmentIn(folder), LZ_PORT: 'many', LZ_LOG_LEVEL: 'loud' });
    expect(await exit).toEqual([1, null]);
    expect(errors()).toContain('LZ_PORT: a whole number from 0 to 65535');
    expect(errors()).toContain('LZ_LOG_LEVEL');
  });

  it('does not start in production on a sandbox', async () => {
    const { exit, errors } = runBff({ ...environmentIn(folder), LZ_MODE: 'production' });
    expect(await exit).toEqual([1, null]);
    expect(errors()).toContain('LZ_SIGNING_KEYS');
    expect(errors()).toContain('LZ_AUTHORITY_URL');
  });

  it('has what Node warns of in its log, as a line like every other, and nothing of it elsewhere', async () => {
    const warn = "setTimeout(() => process.emitWarning('of 110101', 'DeprecationWarning', 'DEP0999'), 500)";
    const { child, exit, errors, ready } = runBff(environmentIn(folder), [
      '--import',
      `data:text/javascript;base64,${Buffer.from(warn).toString('base64')}`,
    ]);
    await ready();
    await expect.poll(() => logged().join()).toContain('runtime-warning');
    child.kill('SIGTERM');
    await exit;
    expect(errors()).toBe('');
    const lines = logged().map((line) => JSON.parse(line));
    expect(lines).toContainEqual(
      expect.objectContaining({ msg: 'runtime-warning', error: 'DeprecationWarning', code: 'DEP0999' }),
    );
    expect(JSON.stringify(lines)).not.toContain('110101');
  });

  it('serves where its log cannot be written, says so once, and ends in good order', async () => {
    const { child, exit, errors, ready } = runBff({ ...environmentIn(folder), LZ_LOG_FILE: '/dev/full' });
    const url = await ready();
    for (let n = 0; n < 20; n++) expect((await fetch(`${url}/health/live`)).status).toBe(200);
    child.kill('SIGTERM');
    expect(await exit).toEqual([0, null]);
    expect(errors()).toBe('The log cannot be written (ENOSPC).\n');
  });

  it('does not start where its log cannot be opened', async () => {
    const { exit, errors } = runBff({ ...environmentIn(folder), LZ_LOG_FILE: join(folder, 'no/bff.log') });
    expect(await exit).toEqual([1, null]);
    expect(errors()).toContain('no/bff.log');
  });
});

describe('the database file of a process', () => {
  it('is refused to a second process, which says so in a sentence and ends with 1', async () => {
    const env = environmentIn(folder);
    const first = runBff(env);
    const url = await first.ready();
    const second = runBff(env);
    expect(await second.exit).toEqual([1, null]);
    expect(second.errors()).toBe(
      `Another process uses the database ${env.LZ_DATABASE}. An SQLite file is for one process: stop that one, then start again.\n`,
    );
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
  });

  it('is free at once after kill -9, and so is the work that the process had leased', async () => {
    const env = environmentIn(folder);
    const killed = runBff(env);
    await killed.ready();
    const sweeper = async () => {
      const db = readSqlite(join(folder, 'bff.db'));
      const [row] = await db.read("select holder from leases where name = 'sweep'", {});
      await db.close();
      return row?.holder;
    };
    await expect.poll(sweeper).toBeDefined();
    const before = await sweeper();
    killed.child.kill('SIGKILL');
    await killed.exit;
    const next = runBff(env);
    await next.ready();
    // Far sooner than a lease runs out.
    const after = async () => (await sweeper()) ?? before;
    await expect.poll(after, { timeout: 5000 }).not.toBe(before);
    next.child.kill('SIGTERM');
    expect(await next.exit).toEqual([0, null]);
    expect(next.errors()).toBe('');
  });

  it('that is none is named in a sentence', async () => {
    const env = environmentIn(folder);
    writeFileSync(
      join(folder, 'bff.db'),
      'a text that is long enough to be looked at as the header of a database'.repeat(9),
    );
    const { exit, errors } = runBff(env);
    expect(await exit).toEqual([1, null]);
    expect(errors()).toBe(`The file ${env.LZ_DATABASE} is no SQLite database.\n`);
  });
});
