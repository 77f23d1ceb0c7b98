import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqlite } from '../adapters/sqlite/open-sqlite.ts';
import type { Audit } from '../ports/audit.ts';
import type { Db, Value } from '../ports/db.ts';
import { canonicalText, chainHash, readHeads } from './entries.ts';
import { openAudit } from './open-audit.ts';
import { verifyChains } from './verify-chains.ts';

const migrations = new URL('../../migrations', import.meta.url).pathname;
let db: Db;
beforeEach(async () => {
  db = await openSqlite(':memory:', { migrations });
});
afterEach(() => db.close());

const start = (on: Db = db) =>
  openAudit({ db: on, now: () => 1_793_491_200_000, random: (length) => randomBytes(length) });
const sessionId = `ses_${'s'.repeat(22)}`;
const fill = (audit: Audit, count = 3) =>
  Promise.all(
    Array.from({ length: count }, (_, i) =>
      audit({ event: 'challenge-issued', by: 'authority', sessionId, attempt: i }),
    ),
  );

/** A process that did something and stopped; its chain's id. */
async function process(stops = true): Promise<string> {
  const before = new Set((await rows()).map(({ chain }) => chain));
  const { audit } = await start();
  await fill(audit);
  if (stops) await audit({ event: 'process-stopped', by: 'operator' });
  return String((await rows()).find(({ chain }) => !before.has(chain ?? ''))?.chain);
}
const rows = () => db.read('select chain, seq, at, entry, hash from audit order by chain, seq', {});
const run = (sql: string, params: Record<string, Value> = {}) => db.write([{ sql, params }]);
const whyOf = async (noted?: string) => {
  const finding = await verifyChains(db, noted);
  return 'broken' in finding ? finding.broken : undefined;
};

describe('the audit chain', () => {
  it('records each event in order, linked by hashes', async () => {
    const { audit } = await start();
    await fill(audit, 2);
    const [first, second, third] = await rows();
    const entry = JSON.parse(String(second?.entry));
    expect(entry).toEqual({
      ...{ chain: second?.chain, seq: 2, at: 1_793_491_200_000, previous: first?.hash },
      ...{ event: 'challenge-issued', by: 'authority', sessionId, attempt: 0 },
    });
    expect(second?.hash).toBe(chainHash(String(first?.hash), String(second?.entry)));
    expect(JSON.parse(String(third?.entry)).previous).toBe(second?.hash);
    expect(await verifyChains(db)).toMatchObject({ chains: 1, entries: 3 });
  });

  it('writes the events of one turn in one write', async () => {
    let writes = 0;
    const counted: Db = {
      ...db,
      write(statements) {
        writes += 1;
        return db.write(statements);
      },
    };
    const { audit } = await start(counted);
    writes = 0;
    await fill(audit, 100);
    expect(writes).toBe(1);
    expect(await verifyChains(db)).toMatchObject({ entries: 101 });
  });

  it('has everything in the database when flush is through', async () => {
    const { audit, flush } = await start();
    void fill(audit, 1200);
    await flush();
    expect(await verifyChains(db)).toMatchObject({ entries: 1201 });
  });

  it('names the heads of all earlier chains, each once', async () => {
    await process();
    const second = await process();
    await process();
    const starts = (await rows()).filter(({ seq }) => seq === 1);
    const named = starts.flatMap(({ entry }) => readHeads(JSON.parse(String(entry)).previousHead));
    expect(named).toHaveLength(2);
    expect(named.map(({ chain }) => chain)).toContain(second);
  });

  it('of processes that overlap are all whole', async () => {
    const one = await start();
    const two = await start();
    await Promise.all([fill(one.audit), fill(two.audit)]);
    await start();
    expect(await verifyChains(db)).toMatchObject({ chains: 3, entries: 9 });
    await fill(one.audit);
    const finding = await verifyChains(db);
    expect('heads' in finding && readHeads(finding.heads)).toHaveLength(2);
  });

  it('takes no more after a write that failed, and says so each time', async () => {
    let fails = false;
    const failing: Db = {
      ...db,
      write: (statements) => (fails ? Promise.reject(new Error('disk full')) : db.write(statements)),
    };
    const { audit, flush } = await start(failing);
    fails = true;
    const events = await Promise.allSettled([fill(audit, 1), fill(audit, 1)]);
    expect(events.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    fails = false;
    await expect(fill(audit, 1)).rejects.toThrow('broken');
    await expect(flush()).rejects.toThrow('broken');
    expect(await verifyChains(db)).toMatchObject({ entries: 1 });
  });

  it('begins although an older chain was tampered with, which stays to be seen', async () => {
    const chain = await process();
    await run("update audit set entry = 'nonsense' where seq = 1");
    await start();
    expect(await whyOf()).toMatchObject({ chain, seq: 1 });
  });

  it('is written with what it tells of, or neither is: a change that lost leaves no entry and no gap', async () => {
    const { audit, audited } = await start();
    const insert = (id: string, rows = 1) => ({
      sql: `insert into replays (id, expires_at) values (:id, 1) returning id`,
      params: { id },
      rows,
    });
    const event = { event: 'registry-changed', by: 'command', what: 'rp-added' } as const;
    const outcomes = await Promise.all([
      audited(event, [insert('a')]),
      audited(event, [insert('a')]),
      audited(event, [insert('b', 2)]),
      audit({ event: 'application-opened', by: 'holder', voice: true }),
      audited(event, [insert('c')]),
    ]);
    expect(outcomes.map((each) => each?.done)).toEqual([true, false, false, undefined, true]);
    await expect(audited(event, [{ sql: 'no sql', params: {} }])).rejects.toThrow();
    expect((await db.read('select id from replays order by id', {})).map(({ id }) => id)).toEqual(['a', 'c']);
    expect(await verifyChains(db)).toMatchObject({ chains: 1, entries: 4 });
  });

  it('takes nothing after its end', async () => {
    const { audit } = await start();
    await audit({ event: 'process-stopped', by: 'operator' });
    await expect(fill(audit, 1)).rejects.toThrow('ended');
  });
});

describe('verification finds', () => {
  it('nothing wrong with several chains over many pages, and with none at all', async () => {
    expect(await verifyChains(db)).toEqual({ chains: 0, entries: 0, heads: '' });
    await process();
    const { audit } = await start();
    await fill(audit, 2500);
    expect(await verifyChains(db)).toMatchObject({ chains: 2, entries: 2506 });
  });

  it('an entry that was edited', async () => {
    const chain = await process();
    await run(`update audit set entry = replace(entry, '"attempt":1', '"attempt":9') where seq = 3`);
    expect(await whyOf()).toMatchObject({ chain, seq: 3, why: expect.stringContaining('changed') });
  });

  it('a time that was edited in its column only', async () => {
    const chain = await process();
    await run('update audit set at = at + 1 where seq = 3');
    expect(await whyOf()).toMatchObject({ chain, seq: 3, why: expect.stringContaining('its row') });
  });

  it('an entry that was edited and hashed anew, by the entry after it', async () => {
    const chain = await process();
    const entry = String((await rows())[2]?.entry).replace('"attempt":1', '"attempt":9');
    const hash = chainHash(String((await rows())[1]?.hash), entry);
    await run('update audit set entry = :entry, hash = :hash where seq = 3', { entry, hash });
    expect(await whyOf()).toMatchObject({ chain, seq: 4 });
  });

  it.each([1, 3])('an entry that was removed: number %d', async (seq) => {
    const chain = await process();
    await run('delete from audit where seq = :seq', { seq });
    expect(await whyOf()).toEqual({ chain, seq, why: 'the entry is missing' });
  });

  it('two entries that were swapped', async () => {
    const chain = await process();
    await run('update audit set seq = -seq where seq in (2, 3)');
    await run('update audit set seq = 5 + seq where seq < 0');
    expect(await whyOf()).toMatchObject({ chain, seq: 2 });
  });

  it('a tail that was removed of a chain that a later chain names', async () => {
    const chain = await process();
    await process();
    await run('delete from audit where chain = :chain and seq > 3', { chain });
    expect(await whyOf()).toMatchObject({ chain, seq: 5, why: expect.stringContaining('names it') });
  });

  it('a tail that was removed of the newest chain, by the heads that were noted down', async () => {
    const chain = await process();
    const finding = await verifyChains(db);
    const noted = 'heads' in finding ? finding.heads : '';
    await run('delete from audit where chain = :chain and seq > 3', { chain });
    expect(await whyOf()).toMatchObject({ chain, seq: 5, why: expect.stringContaining('head') });
    const [end] = await db.read('select hash from audit where seq = 3', {});
    await run('update audit_heads set seq = 3, hash = :hash', { hash: String(end?.hash) });
    expect(await whyOf()).toBeUndefined();
    expect(await whyOf(noted)).toMatchObject({ chain, seq: 5, why: expect.stringContaining('noted') });
  });

  it('a head that is not kept, and one that its chain has left behind', async () => {
    const chain = await process();
    const [end] = await db.read('select hash from audit where seq = 4', {});
    await run('update audit_heads set seq = 4, hash = :hash', { hash: String(end?.hash) });
    expect(await whyOf()).toMatchObject({ chain, seq: 4, why: expect.stringContaining('no longer the end') });
    await run('delete from audit_heads');
    expect(await whyOf()).toMatchObject({ chain, seq: 5, why: expect.stringContaining('not kept') });
  });

  it('a whole chain that was removed', async () => {
    const chain = await process(false);
    await process();
    await run('delete from audit where chain = :chain', { chain });
    expect(await whyOf()).toMatchObject({ chain, seq: 4, why: expect.stringContaining('missing') });
  });

  it('a whole chain that was written anew', async () => {
    const chain = await process();
    await process();
    let previous = '';
    for (const { seq, entry } of (await rows()).filter((row) => row.chain === chain)) {
      const text = canonicalText({ ...JSON.parse(String(entry)), at: 5, previous });
      previous = chainHash(previous, text);
      await run('update audit set at = 5, entry = :text, hash = :hash where chain = :chain and seq = :seq', {
        ...{ text, hash: previous, chain, seq: seq ?? 0 },
      });
    }
    expect(await whyOf()).toMatchObject({ chain, seq: 5, why: expect.stringContaining('another one') });
  });

  it('an entry that was added after the end of its chain', async () => {
    const chain = await process();
    const last = (await rows()).at(-1);
    const text = canonicalText({
      ...{ chain, seq: 6, at: 1, previous: String(last?.hash), event: 'credential-voided', by: 'holder' },
    });
    const hash = chainHash(String(last?.hash), text);
    await run('insert into audit (chain, seq, at, entry, hash) values (:chain, 6, 1, :text, :hash)', {
      ...{ chain, text, hash },
    });
    expect(await whyOf()).toMatchObject({ chain, seq: 6, why: expect.stringContaining('ended') });
  });

  it('a chain that was put in without a start', async () => {
    const chain = 'f'.repeat(32);
    const text = canonicalText({
      chain,
      seq: 1,
      at: 1,
      previous: '',
      event: 'credential-voided',
      by: 'holder',
    });
    await run('insert into audit (chain, seq, at, entry, hash) values (:chain, 1, 1, :text, :hash)', {
      ...{ chain, text, hash: chainHash('', text) },
    });
    expect(await whyOf()).toMatchObject({ chain, seq: 1, why: expect.stringContaining('process-started') });
  });
});
