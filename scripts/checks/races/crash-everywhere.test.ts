import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { citizen } from '../../../bff/attacks/world/parties.fixture.ts';
import { applyAs } from '../../../bff/attacks/world/phone.fixture.ts';
import type { Death } from './mortal-ports.ts';
import { openMortalWorld } from './mortal-world.fixture.ts';

// Each run takes about a second. The long form, `npm run races`, dies on both sides of each call.
const sides: Death['side'][] = process.env.RACES === 'long' ? ['before', 'after'] : ['after'];

let world: Awaited<ReturnType<typeof openMortalWorld>>;
let citizens = 600;
let settled = 0;
beforeAll(async () => {
  world = await openMortalWorld();
});
afterAll(() => world.close());

type Process = Awaited<ReturnType<typeof world.startProcess>>;
interface Scene {
  process: Process;
  account: string;
  /** Who holds a credential on a phone of the account when the scene begins. */
  identity: ReturnType<typeof citizen>;
  phone: Awaited<ReturnType<typeof world.phone>>;
}

/** An application, on the phone that has a credential already. */
async function applyAgain({ phone, identity }: Scene): Promise<void> {
  await applyAs(phone, identity);
}

/** Another phone logs in while an application is decided, which is decided a moment after or before. */
function takeOver(when: 'decided after' | 'decided before') {
  return async ({ process, phone, account, identity }: Scene, arm: () => void): Promise<void> => {
    const decide = world.authority.holdNextDecision();
    const applying = applyAs(phone, identity).catch(() => undefined);
    const deciding = `select id from sessions where state = 'deciding'`;
    while ((await process.ports.db.read(deciding, {})).length === 0)
      await new Promise((later) => setTimeout(later, 10));
    arm();
    if (when === 'decided before') decide();
    await world.phone(account, process.url).finally(decide);
    await applying;
  };
}

/** Plays the scene in a process that dies at that call. Answers whether it came so far. */
async function dieIn(
  play: (scene: Scene, arm: () => void) => Promise<void>,
  armedBy: 'test' | 'scene',
  death: Death,
): Promise<boolean> {
  const process = await world.startProcess();
  const identity = citizen(++citizens);
  const account = `account-${citizens}`;
  const phone = await world.phone(account, process.url);
  await applyAs(phone, identity);
  const arm = () => process.mortal.dieAt(death);
  if (armedBy === 'test') arm();
  const playing = play({ process, account, identity, phone }, arm).then(
    () => 'finished' as const,
    () => 'broken off' as const,
  );
  const end = await Promise.race([playing, process.mortal.died.then(() => 'died' as const)]);
  await process.kill();
  await playing;

  const next = await world.startProcess();
  await world.settle(next.ports);
  const { here, there, outbox, unfinished } = await world.bothSides(next.ports);
  expect(there, 'both sides agree').toEqual(here);
  expect({ outbox, unfinished }).toEqual({ outbox: [], unfinished: [] });
  expect(here.length, 'nobody has two').toBeLessThanOrEqual(settled + 1);

  await applyAs(await world.phone(account, next.url), identity);
  await world.settle(next.ports);
  const after = await world.bothSides(next.ports);
  settled += 1;
  expect(after.there).toEqual(after.here);
  expect(after.here, 'every citizen has one').toHaveLength(settled);
  const holders = await next.ports.db.read('select id, device from holders', {});
  expect(new Set(holders.map(({ device }) => device)).size, 'one live device each').toBe(settled);
  await next.stop();
  return end === 'died';
}

describe('a BFF that dies at any of its calls leaves, once all is told, what the authority has, and one credential a citizen', () => {
  it.each([
    ['in an application that replaces a credential', applyAgain, 'test'],
    ['in a takeover while an application is decided', takeOver('decided after'), 'scene'],
    ['in a takeover while an application has just been decided', takeOver('decided before'), 'scene'],
  ] as const)(
    '%s',
    async (_, play, armedBy) => {
      for (const side of sides) {
        let call = 0;
        while (await dieIn(play, armedBy, { call, side })) call += 1;
        expect(call, 'it died at more calls than one').toBeGreaterThan(1);
      }
    },
    600_000,
  );
});
