import { readdirSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CounterView } from '../../../shared/contract/verify/08-result.ts';
import type { Cursor } from '../../../shared/contract/verify/08-sessions.ts';
import * as limits from '../../../shared/limits.ts';
import { usageInMemory } from '../adapters/memory/usage-in-memory.ts';
import { forget } from '../jobs/forget.ts';
import { sweep } from '../jobs/sweep.ts';
import { hotel, office, testPorts } from '../ports/ports.fixture.ts';
import { claim } from './02-claim.ts';
import { endSession } from './08-end.ts';
import { watchCounter } from './08-events.ts';
import { readSessions } from './08-sessions.ts';
import { playChecks, screen, signal, type World } from './checks.fixture.ts';

const folder = fileURLToPath(new URL('../../migrations/', import.meta.url));
const migrations = readdirSync(folder).sort();

let world: World;
let play: ReturnType<typeof playChecks>;

beforeEach(async () => {
  world = await testPorts();
  // More than one counter may have live at a time.
  world.ports.usage = usageInMemory({ factor: 10 });
  play = playChecks(world);
  return () => world.ports.db.close();
});

/** All pages from a cursor on, as a client reads them. */
async function pagesSince(since?: Cursor, caller = hotel) {
  const sessions: CounterView[] = [];
  let next = since;
  let pages = 0;
  for (let more = true; more; pages++) {
    const page = await readSessions(world.ports, caller, next);
    sessions.push(...page.sessions);
    ({ next, more } = page);
  }
  return { sessions, next, pages };
}

/** A database as the first migrations leave it. */
function migrated(upTo = 999): DatabaseSync {
  const database = new DatabaseSync(':memory:');
  for (const name of migrations.slice(0, upTo)) database.exec(readFileSync(folder + name, 'utf8'));
  return database;
}

/** How SQLite looks for what a statement asks. */
function plansOf(sql: string): string[] {
  const database = migrated();
  const plan = database.prepare(`explain query plan ${sql}`).all();
  database.close();
  return plan.map(({ detail }) => String(detail));
}

const abandon = (sessionId: string) => endSession(world.ports, hotel, sessionId, 'abandoned', signal);
const openMany = (count: number) => Promise.all(Array.from({ length: count }, () => play.open()));
const idsOf = (views: readonly { sessionId: string }[]) => views.map(({ sessionId }) => sessionId);

describe('the pages of what changed', () => {
  it('hold every session of the counter once, in parts, and then nothing until something changes', async () => {
    const opened = await openMany(2 * limits.feedPart + 1);
    const { sessions, next, pages } = await pagesSince();
    expect(pages).toBe(3);
    expect(idsOf(sessions).sort()).toEqual(idsOf(opened).sort());
    expect(await pagesSince(next)).toEqual({ sessions: [], next, pages: 1 });
    await abandon(opened[7]?.sessionId ?? '');
    const after = await pagesSince(next);
    expect(after.sessions).toMatchObject([
      { sessionId: opened[7]?.sessionId, state: 'cancelled', version: 2 },
    ]);
    expect(after.next).not.toBe(next);
  });

  it('leave nothing out that changes between two of them', async () => {
    const opened = await openMany(limits.feedPart + 5);
    const first = await readSessions(world.ports, hotel, undefined);
    const [again] = idsOf(first.sessions);
    await abandon(again ?? '');
    const another = await play.open();
    const rest = await pagesSince(first.next);
    expect(rest.sessions).toHaveLength(5 + 2);
    expect(idsOf(rest.sessions).slice(-2)).toEqual([again, another.sessionId]);
    expect(new Set(idsOf([...first.sessions, ...rest.sessions])).size).toBe(opened.length + 1);
  });

  it('say nothing of what is done on the phone', async () => {
    const { next } = await pagesSince();
    const { phone, sessionId } = await play.challenged();
    const taken = await pagesSince(next);
    await play.send(phone, sessionId, 'face');
    await play.send(phone, sessionId, 'voice');
    expect(await pagesSince(taken.next)).toEqual({ sessions: [], next: taken.next, pages: 1 });
  });

  it('begin anew with a cursor of another counter, or one that is further than the feed', async () => {
    const { sessionId } = await play.open();
    const { next } = await pagesSince();
    expect((await pagesSince(next, office)).sessions).toEqual([]);
    expect((await pagesSince(next?.replace(/^[^-]+/, 'zz'))).sessions).toMatchObject([{ sessionId }]);
    const others = await pagesSince(undefined, office);
    expect((await pagesSince(others.next)).sessions).toMatchObject([{ sessionId }]);
  });

  it('have what ends by itself, once, where two processes see to it at once', async () => {
    const opened = await openMany(5);
    const { next } = await pagesSince();
    world.clock.now += limits.openLifetime;
    await Promise.all([sweep(world.ports), sweep(world.ports), play.stateAt(opened[0]?.sessionId ?? '')]);
    const { sessions, next: after } = await pagesSince(next);
    expect(sessions.map(({ state }) => state)).toEqual(Array.from({ length: 5 }, () => 'expired'));
    const place = (cursor = '') => Number.parseInt(cursor.split('-')[0] ?? '', 36);
    expect(place(after) - place(next)).toBe(5);
  });

  it('go on after the newest sessions were forgotten: no place is given twice', async () => {
    await abandon((await play.open()).sessionId);
    const { next } = await pagesSince();
    world.clock.now += limits.resultRetention;
    await forget(world.ports);
    expect(await world.ports.db.read('select id from sessions', {})).toEqual([]);
    const { sessionId } = await play.open();
    expect(idsOf((await pagesSince(next)).sessions)).toEqual([sessionId]);
  });

  it('have what was stored before there were feeds, in the order in which it was opened', () => {
    const before = migrations.findIndex((name) => name.includes('counter-feeds'));
    const database = migrated(before);
    const insert = database.prepare(
      `insert into sessions (id, state, version, counter_id, body, opened_at, deadline, purge_at) values (?, 'open', 1, ?, '', ?, 0, 0)`,
    );
    for (const [id, counter, at] of [
      ['a', 'c1', 3],
      ['b', 'c2', 2],
      ['c', 'c1', 1],
      ['d', null, 0],
    ] as const)
      insert.run(id, counter, at);
    database.exec(readFileSync(folder + migrations[before], 'utf8'));
    const places = database.prepare('select id, feed from sessions order by id').all();
    expect(places.map(({ id, feed }) => [id, feed])).toEqual([
      ['a', 2],
      ['b', 1],
      ['c', 1],
      ['d', null],
    ]);
    const heads = database.prepare('select counter_id, head from counter_feeds order by counter_id').all();
    expect(heads.map(({ counter_id, head }) => [counter_id, head])).toEqual([
      ['c1', 2],
      ['c2', 1],
    ]);
    database.close();
  });

  it('are found by an index, whatever is stored', async () => {
    const asked: string[] = [];
    const { read } = world.ports.db;
    world.ports.db.read = (sql, params) => {
      asked.push(sql);
      return read(sql, params);
    };
    const { next } = await pagesSince();
    (
      await watchCounter(
        world.ports,
        hotel,
        screen(() => undefined, next),
      )
    ).stop();
    (
      await watchCounter(
        world.ports,
        hotel,
        screen(() => undefined),
      )
    ).stop();
    world.ports.db.read = read;
    const known = asked.filter((sql) => /from (sessions|counter_feeds)/.test(sql));
    expect(known.length).toBeGreaterThan(4);
    for (const plan of known.flatMap(plansOf))
      expect(plan).not.toMatch(/^SCAN (sessions|counter_feeds)|TEMP B-TREE/);
  });
});

describe('a stream that is taken up again', () => {
  /** What is pushed on a stream that goes on from a cursor, until it has caught up. */
  async function streamSince(after?: Cursor) {
    const seen: { view: CounterView; cursor: Cursor }[] = [];
    const { stop } = await watchCounter(
      world.ports,
      hotel,
      screen((view, cursor) => seen.push({ view, cursor }), after),
    );
    return { seen, stop };
  }

  it('brings all that changed meanwhile, more than one part of it and a day of it, and nothing twice', async () => {
    const first = await play.open();
    const { seen, stop } = await streamSince();
    expect(idsOf(seen.map(({ view }) => view))).toEqual([first.sessionId]);
    stop();
    const opened = await openMany(2 * limits.feedPart + 50);
    for (const { sessionId } of opened.slice(0, 10)) await abandon(sessionId);
    world.clock.now += limits.resultRetention - 1;
    const resumed = await streamSince(seen[0]?.cursor);
    resumed.stop();
    expect(idsOf(resumed.seen.map(({ view }) => view)).sort()).toEqual(idsOf(opened).sort());
    const last = await streamSince(resumed.seen.at(-1)?.cursor);
    last.stop();
    expect(last.seen).toEqual([]);
  });

  it('shows without a cursor what lives or ended lately, and not what is long over', async () => {
    const old = await play.open();
    await abandon(old.sessionId);
    world.clock.now += limits.eventStreamLookBack;
    const recent = await play.open();
    await abandon(recent.sessionId);
    const { sessionId } = await play.challenged();
    const { seen, stop } = await streamSince();
    stop();
    expect(idsOf(seen.map(({ view }) => view))).toEqual([recent.sessionId, sessionId]);
    const page = await readSessions(world.ports, hotel, seen.at(-1)?.cursor);
    expect(page.sessions).toEqual([]);
  });

  it('misses nothing of what many do at once, and pushes each view once and in order', async () => {
    const { seen, stop } = await streamSince();
    const phones = await Promise.all(Array.from({ length: 30 }, () => world.phone()));
    await Promise.all(
      phones.map(async (phone) => {
        const session = await play.open();
        await claim(world.ports, phone, { code: play.codeOf(session) });
        await abandon(session.sessionId);
      }),
    );
    const ended = () => seen.filter(({ view }) => view.state === 'cancelled').length;
    await expect.poll(() => ended()).toBe(30);
    stop();
    const versions = new Map<string, number>();
    for (const { view } of seen) {
      expect(view.version).toBeGreaterThan(versions.get(view.sessionId) ?? 0);
      versions.set(view.sessionId, view.version);
    }
    const places = seen.map(({ cursor }) => Number.parseInt(cursor.split('-')[0] ?? '', 36));
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });

  it('finds at the next look what no hint came of', async () => {
    const seen: CounterView[] = [];
    const { subscribe } = world.ports.sessionChanges;
    world.ports.sessionChanges.subscribe = () => () => undefined;
    const watching = await watchCounter(
      world.ports,
      hotel,
      screen((view) => seen.push(view)),
    );
    world.ports.sessionChanges.subscribe = subscribe;
    const { sessionId } = await play.open();
    expect(seen).toEqual([]);
    watching.look();
    await expect.poll(() => idsOf(seen)).toEqual([sessionId]);
    watching.stop();
  });
});
