import { execFileSync } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSqlite } from './adapters/sqlite/read-sqlite.ts';
import { verifyChains } from './audit/verify-chains.ts';
import { askToken, environmentIn, killAll, openDesk, runBff } from './process.fixture.ts';

/** A file system of 6 MB in the folder; false where this user may not mount one. */
function mountSmall(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const probe = mkdtempSync(join(tmpdir(), 'bff-disk-'));
const mounts = mountSmall(probe);
if (mounts) execFileSync('umount', [probe]);
rmSync(probe, { recursive: true });

let folder: string;
let disk: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bff-disk-'));
  disk = join(folder, 'disk');
  mkdirSync(disk);
  mountSmall(disk);
});
afterEach(() => {
  killAll();
  // A process that was just killed may hold it for a moment.
  if (mounts) execFileSync('umount', ['--lazy', disk]);
  rmSync(folder, { recursive: true });
});

/** A BFF of which the database, and the log where that is said, lie on the small disk. */
const settings = ({ logThere = false } = {}) => ({
  ...environmentIn(folder),
  LZ_DATABASE: join(disk, 'bff.db'),
  ...(logThere ? { LZ_LOG_FILE: join(disk, 'bff.log') } : {}),
});

/** Takes all room that is left. */
function fillDisk(): void {
  const file = openSync(join(disk, 'ballast'), 'a');
  for (let size = 64 * 1024; size >= 1; ) {
    try {
      if (writeSync(file, Buffer.alloc(size, 1)) < size) throw new Error('partly');
    } catch {
      size = Math.floor(size / 2);
    }
  }
  closeSync(file);
}
const makeRoom = () => rmSync(join(disk, 'ballast'), { force: true });

const wholeChains = async () => {
  const db = readSqlite(join(disk, 'bff.db'));
  const finding = await verifyChains(db);
  await db.close();
  return finding;
};
const codeIn = async (answer: Response) => (await answer.json()).code;

/** Opens sessions until one is refused; answers the refusal. */
async function openUntilRefused(desk: Awaited<ReturnType<typeof openDesk>>): Promise<Response> {
  for (;;) {
    const answer = await desk.open();
    if (answer.status !== 201) return answer;
  }
}

describe.runIf(mounts)('a BFF on a disk of 6 MB', () => {
  it('loses no room to 3,000 unsigned assertions of a known counter', async () => {
    const bff = runBff(settings());
    const url = await bff.ready();
    await openDesk(url);
    const part = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url');
    const claims = {
      iss: 'cnt_hotel-1',
      sub: 'cnt_hotel-1',
      aud: 'http://127.0.0.1:8080',
      exp: 4e9,
      jti: 'junk-junk',
    };
    const unsigned = `${part({ alg: 'none', kid: 'k' })}.${part(claims)}.`;
    const size = () => ['', '-wal'].reduce((sum, end) => sum + statSync(join(disk, `bff.db${end}`)).size, 0);
    const before = size();
    for (let n = 0; n < 100; n++) {
      const answers = await Promise.all(Array.from({ length: 30 }, () => askToken(url, unsigned)));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]));
      await Promise.all(answers.map((answer) => answer.arrayBuffer()));
    }
    // What the jobs write meanwhile.
    expect(size() - before).toBeLessThan(200_000);
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
  });

  it.each([false, true])(
    'refuses clearly when it is full, lets ends happen and reads go on, and goes on once there is room (log there: %s)',
    async (logThere) => {
      const env = settings({ logThere });
      const bff = runBff(env);
      const url = await bff.ready();
      const desk = await openDesk(url);
      const { sessionId } = await (await desk.open()).json();
      fillDisk();
      const refused = await openUntilRefused(desk);
      expect(refused.status).toBe(503);
      expect(refused.headers.get('retry-after')).toBe('30');
      expect(await refused.json()).toMatchObject({
        code: 'storage-full',
        retryable: true,
        action: 'retry-later',
      });
      const ready = await fetch(`${url}/health/ready`);
      expect([ready.status, await ready.json()]).toMatchObject([
        503,
        { checks: { database: 'up', storage: 'down' } },
      ]);
      expect((await desk.ask('GET', `/${sessionId}`)).status).toBe(200);
      for (let n = 0; n < 200; n++) expect(await codeIn(await desk.open())).toBe('storage-full');
      const ended = await desk.ask('POST', `/${sessionId}/end`, { reason: 'abandoned' });
      expect(await ended.json()).toMatchObject({ state: 'cancelled' });

      makeRoom();
      await expect.poll(async () => (await desk.open()).status).toBe(201);
      await expect
        .poll(async () => (await fetch(`${url}/health/ready`)).json())
        .toMatchObject({ checks: { storage: 'up' } });

      fillDisk();
      expect((await openUntilRefused(desk)).status).toBe(503);
      bff.child.kill('SIGTERM');
      expect(await bff.exit).toEqual([0, null]);
      expect(await wholeChains()).toMatchObject({ chains: 1 });

      fillDisk();
      const again = runBff(env);
      expect(await again.exit).toEqual([1, null]);
      expect(again.errors()).toMatch(
        /^There is no room left on the disk of the database .*bff\.db: free \d+ MB or more, then start again\.\n$/,
      );
      makeRoom();
      const next = runBff(env);
      const nextUrl = await next.ready();
      expect((await (await openDesk(nextUrl)).open()).status).toBe(201);
      next.child.kill('SIGTERM');
      expect(await next.exit).toEqual([0, null]);
      expect(await wholeChains()).toMatchObject({ chains: 2 });
    },
  );

  it('refuses ends as well when even what was kept is gone, ends with 1 as its chain cannot be ended, and starts again once there is room', async () => {
    const env = settings();
    const bff = runBff(env);
    const url = await bff.ready();
    const desk = await openDesk(url);
    const opened = await Promise.all(
      Array.from({ length: 40 }, async () => await (await desk.open()).json()),
    );
    truncateSync(join(disk, 'bff.db-reserve'), 0);
    fillDisk();
    expect(await codeIn(await openUntilRefused(desk))).toBe('storage-full');
    // An end takes less room than an opening: some may still find it.
    const ends: unknown[] = [];
    for (const { sessionId } of opened) {
      const ended = await desk.ask('POST', `/${sessionId}/end`, { reason: 'abandoned' });
      ends.push([ended.status, await codeIn(ended)]);
      expect((await desk.ask('GET', `/${sessionId}`)).status).toBe(200);
    }
    expect(ends.at(-1)).toEqual([503, 'storage-full']);
    bff.child.kill('SIGTERM');
    expect(await bff.exit).toEqual([1, null]);
    expect(bff.errors()).toBe(
      'The audit chain could not be written to its end. The log says where it failed.\n',
    );
    expect(readFileSync(join(folder, 'bff.log'), 'utf8')).toContain('audit-not-ended');
    makeRoom();
    const next = runBff(env);
    await next.ready();
    next.child.kill('SIGTERM');
    expect(await next.exit).toEqual([0, null]);
    expect(await wholeChains()).toMatchObject({ chains: 2 });
  });
});
