import { afterAll, expect, it, vi } from 'vitest';
import { readEvents } from '../../../scripts/stand-ins/counter/read-events.ts';
import type { Answer } from '../world/answers.fixture.ts';
import { metricsToken } from '../world/bff.fixture.ts';
import { agree, ended, sendSamples } from '../world/check.fixture.ts';
import { claimedWithWord, othersThan, untilKept } from '../world/word.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const leave = new AbortController();
afterAll(() => leave.abort());

type Way = { verdict: 'pass' | 'fail'; word: 'right' | 'wrong' };
const ways: Way[] = [
  { verdict: 'pass', word: 'right' },
  { verdict: 'fail', word: 'right' },
  { verdict: 'pass', word: 'wrong' },
  { verdict: 'fail', word: 'wrong' },
];

/** An answer without what is made anew for each request and each session; times as they are from its opening. */
function unlinked({ status, headers, body }: Answer, openedAt: number) {
  const { date: _, 'x-request-id': __, traceparent: ___, ratelimit: ____, ...others } = headers;
  return { status, headers: others, body: plain(body, openedAt) };
}

function plain(value: unknown, openedAt: number): unknown {
  if (Array.isArray(value)) return value.map((each) => plain(each, openedAt));
  if (typeof value === 'number') return value > 1e12 ? value - openedAt : value;
  if (typeof value !== 'object' || value === null) return value;
  const told = Object.entries(value).map(([name, each]) =>
    ['sessionId', 'next'].includes(name) ? [name, 'anew'] : [name, plain(each, openedAt)],
  );
  return Object.fromEntries(told);
}

/**
 * All that a counter can see of one check before its end, by every way it can look, with the moment of each by the one clock there is;
 * and what the BFF writes for it, call by call: two checks of which it writes the same take the same time.
 */
async function allThatIsSeen({ verdict, word: typed }: Way, last: 'the verdict' | 'the word') {
  const { hotel, clock, authority } = world;
  const phone = await world.citizen();
  const session = await hotel.open('peer', 'meet');
  const { sessionId, openedAt } = session;
  await authority.script({ name: 'stub-decision', outcome: verdict, sessionId });
  const decide = last === 'the verdict' ? holdVerdicts() : () => undefined;
  const measuredBefore = await measured();
  const loggedBefore = world.lines.length;
  const seen: unknown[] = [];
  const see = (what: string, at: unknown) => void seen.push([clock.at - openedAt, what, at]);

  const leaving = new AbortController();
  const headers = { authorization: `Bearer ${await hotel.token()}` };
  const { body } = await fetch(`${world.url}/counter/v1/events`, { headers, signal: leaving.signal });
  if (body === null) throw new Error('no stream');
  const pushed: string[] = [];
  void (async () => {
    for await (const data of readEvents(body, 'session')) if (data.includes(sessionId)) pushed.push(data);
  })().catch(() => undefined);

  const written: string[] = [];
  const { write } = world.ports.db;
  const writing = vi.spyOn(world.ports.db, 'write').mockImplementation((statements, options) => {
    const texts = statements.map(({ sql, params }) => `${sql} ${Object.keys(params)}`);
    if (texts.some((text) => text.includes('update sessions'))) written.push(texts.join(';'));
    return write(statements, options);
  });

  const path = `/counter/v1/sessions/${sessionId}`;
  const look = async (what: string) => {
    clock.pass(1000);
    const view = await hotel.ask('GET', path);
    see(what, unlinked(view, openedAt));
    const version = Number(Object(view.body).version);
    const polled = await hotel.ask('GET', `${path}?after=${version - 1}&wait=1`);
    see(`${what}, polled`, unlinked(polled, openedAt));
    see(`${what}, metrics`, (await measured()) === measuredBefore);
    await expect.poll(() => pushed.length).toBe(version);
    see(
      `${what}, pushed`,
      pushed.map((data) => plain(JSON.parse(data), openedAt)),
    );
  };

  const check = await claimedWithWord(world, { phone, session });
  await look('claimed');
  const agreed = await agree(check);
  await look('agreed');
  await sendSamples({ ...check, ...agreed });
  if (last === 'the word') await untilKept(world, sessionId);
  await look('relayed');
  const [row] = await world.ports.db.read('select body from sessions where id = :id', { id: sessionId });
  const digits = /"digits":"([0-9]{3})"/.exec(String(row?.body))?.[1] ?? '';
  const [first, second] = othersThan(digits);
  see('first try', unlinked(await hotel.typeWord(sessionId, first), openedAt));
  await look('tried');
  const end = () => hotel.typeWord(sessionId, typed === 'right' ? digits : second);
  if (last === 'the verdict') {
    see('last try', unlinked(await end(), openedAt));
    await look('typed');
  }
  const logged = world.lines.slice(loggedBefore).filter((line) => !line.includes('"route":'));
  const whole = { seen, written: [...written], logged };
  writing.mockRestore();
  if (last === 'the verdict') decide();
  else await end();
  const { state } = await ended(check);
  leaving.abort();
  return { whole, state };
}

/** No verdict is read until the answer is called. */
function holdVerdicts(): () => void {
  const { readVerdict } = world.ports.authority;
  const { promise, resolve } = Promise.withResolvers<void>();
  const held = vi.spyOn(world.ports.authority, 'readVerdict').mockImplementation(async (...asked) => {
    await promise;
    return readVerdict(...asked);
  });
  return () => {
    held.mockRestore();
    resolve();
  };
}

/** What `/metrics` says of checks and verdicts. */
async function measured(): Promise<string> {
  const headers = { authorization: `Bearer ${metricsToken}` };
  const answer = await fetch(`${world.url}/metrics`, { headers });
  const lines = (await answer.text()).split('\n');
  return lines.filter((line) => /^lz_(verdict|sessions)/.test(line)).join('\n');
}

it.each(['the verdict', 'the word'] as const)(
  'a pass, a fail and a wrong word are alike to a counter until the end, where %s comes last',
  async (last) => {
    const found = [];
    for (const way of ways) found.push({ way, ...(await allThatIsSeen(way, last)) });
    expect(found.map(({ state }) => state)).toEqual(['passed', 'failed', 'failed', 'failed']);
    for (const { way, whole } of found) expect(whole, JSON.stringify(way)).toEqual(found[0]?.whole);
    expect(found[0]?.whole).toMatchObject({ logged: [] });
    expect(found[0]?.whole.written.length).toBeGreaterThan(5);
  },
  60_000,
);
