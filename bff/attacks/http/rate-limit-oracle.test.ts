import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { claimedWithWord, othersThan } from '../world/word.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
/** Milliseconds. */
const allFullAgain = limits.wordsPerCounter.atOnce * limits.wordsPerCounter.every;
const list = (counter: typeof world.hotel) => counter.ask('GET', '/counter/v1/sessions');
const leftIn = ({ headers }: { headers: Record<string, string> }) =>
  Number(/;r=(\d+)/.exec(headers.ratelimit ?? '')?.[1]);

it('what is left tells nothing of other relying parties, of other counters, or of the network', async () => {
  const first = await list(world.office);
  for (let n = 0; n < 20; n++) {
    await list(world.hotel);
    await list(world.otherHotelCounter);
    await fetch(`${world.url}/about`);
  }
  const second = await list(world.office);
  expect(leftIn(first) - leftIn(second)).toBe(1);
  expect(second.headers['ratelimit-policy']).toBe(first.headers['ratelimit-policy']);
  expect(second.headers['ratelimit-policy']).not.toMatch(/network|device|holder/);
});

it('who is not recognised is told of no quota, not even that of whom it pretends to be', async () => {
  const answers = [
    await world.hotel.ask('GET', '/counter/v1/sessions', { token: `${await world.hotel.token()}x` }),
    await world.hotel.askToken(world.hotel.assertion({ key: world.office.key.privateKey })),
    await world.hotel.askToken(world.hotel.assertion({ claims: { sub: 'cnt_nobody' } })),
  ];
  for (const { status, headers } of answers) {
    expect(status).toBe(401);
    expect(headers).not.toHaveProperty('ratelimit');
    expect(headers).not.toHaveProperty('ratelimit-policy');
  }
});

it('a phone is told of none: neither of its own, nor of those that it shares with others', async () => {
  const phone = await world.phone();
  const answer = await phone.ask('GET', '/holder/v1/credential');
  expect(answer.headers).not.toHaveProperty('ratelimit');
  expect(answer.headers).not.toHaveProperty('ratelimit-policy');
});

it('what is left does not tell a word that fits from one that does not', async () => {
  const told: unknown[] = [];
  for (const fits of [true, false]) {
    world.clock.at += allFullAgain;
    const { sessionId } = await claimedWithWord(world);
    const [row] = await world.ports.db.read('select body from sessions where id = :id', { id: sessionId });
    const word = /"digits":"([0-9]{3})"/.exec(String(row?.body))?.[1] ?? '';
    const typed = await world.hotel.typeWord(sessionId, fits ? word : othersThan(word)[0]);
    expect(typed).toMatchObject({ status: 200, body: { word: fits ? 'taken' : 'again' } });
    const next = await world.hotel.ask('GET', `/counter/v1/sessions/${sessionId}`);
    told.push([typed, next].map(({ headers }) => [headers.ratelimit, headers['ratelimit-policy']]));
  }
  expect(told[0]).toEqual([
    [expect.stringContaining('words-by-counter'), expect.any(String)],
    [expect.stringContaining('calls-by-counter'), expect.any(String)],
  ]);
  expect(told[1]).toEqual(told[0]);
});
