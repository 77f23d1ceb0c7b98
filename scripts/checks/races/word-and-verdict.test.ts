import { afterAll, beforeAll, expect, it } from 'vitest';
import { agree, sendSamples } from '../../../bff/attacks/world/check.fixture.ts';
import { citizen } from '../../../bff/attacks/world/parties.fixture.ts';
import { applyAs } from '../../../bff/attacks/world/phone.fixture.ts';
import type { Ports } from '../../../bff/src/ports/ports.ts';
import { claim } from '../../../miniprogram/src/verify/02-claim.ts';
import type { Death } from './mortal-ports.ts';
import { openMortalWorld } from './mortal-world.fixture.ts';

// The long form, `npm run races`, dies on both sides of each call.
const sides: Death['side'][] = process.env.RACES === 'long' ? ['before', 'after'] : ['after'];

let world: Awaited<ReturnType<typeof openMortalWorld>>;
let citizens = 800;
beforeAll(async () => {
  world = await openMortalWorld();
});
afterAll(() => world.close());

/** What stands in the database of a session, and the digits of its word while that is missing. */
async function stored({ db }: Ports, id: string) {
  const [row] = await db.read('select state, result, body from sessions where id = :id', { id });
  const body = String(row?.body);
  const entries = await db.read('select entry from audit', {});
  const ends = entries.filter(({ entry }) => {
    const text = String(entry);
    return text.includes('session-ended') && text.includes(id);
  });
  return {
    state: String(row?.state),
    signed: typeof row?.result === 'string',
    digits: /"digits":"([0-9]{3})"/.exec(body)?.[1],
    ends: ends.length,
  };
}

/** A guest passes, in the order that is asked for, at a process that dies at that call. Answers whether it came so far. */
async function dieIn(first: 'the word' | 'the verdict', death: Death): Promise<boolean> {
  const process = await world.startProcess();
  const phone = await world.phone(`account-${++citizens}`, process.url);
  await applyAs(phone, citizen(citizens));
  const counter = world.counter(process.url);
  const session = await counter.open('peer', 'meet');
  const { sessionId } = session;
  const shown = await claim(phone.holder, counter.code(session));
  const agreed = await agree({ phone, shown });
  const { digits = '' } = await stored(process.ports, sessionId);
  let typed = false;
  const type = async () => {
    typed = (await counter.typeWord(sessionId, digits)).status === 200;
  };
  const samples = () => sendSamples({ phone, counter, session, shown, sessionId, ...agreed });

  process.mortal.dieAt(death);
  const playing = (first === 'the word' ? type().then(samples) : samples().then(type)).then(
    () => 'finished' as const,
    () => 'broken off' as const,
  );
  const end = await Promise.race([playing, process.mortal.died.then(() => 'died' as const)]);
  await process.kill();
  await playing;

  const next = await world.startProcess();
  const left = await stored(next.ports, sessionId);
  // The clerk types it again: whether the first time counted is not known to a counter whose request broke off.
  if (left.digits !== undefined) await world.counter(next.url).typeWord(sessionId, digits);
  if (left.state === 'deciding')
    await expect.poll(async () => (await stored(next.ports, sessionId)).state).toBe('passed');
  await world.settle(next.ports);
  const { state, signed, ends } = await stored(next.ports, sessionId);
  expect(['passed', 'expired']).toContain(state);
  if (left.state === 'passed') expect(state).toBe('passed');
  if (typed && left.state === 'deciding') expect(state).toBe('passed');
  expect(signed).toBe(state === 'passed');
  expect(ends).toBeLessThanOrEqual(1);
  await next.stop();
  return end === 'died';
}

it.each(['the word', 'the verdict'] as const)(
  'a BFF that dies at any of its calls loses neither word nor verdict, where %s comes first: the guest passes once, or nothing was decided',
  async (first) => {
    for (const side of sides) {
      let call = 0;
      while (await dieIn(first, { call, side })) call += 1;
      expect(call, 'it died at more calls than one').toBeGreaterThan(1);
    }
  },
  600_000,
);
