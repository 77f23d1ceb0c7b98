import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { type Challenged, challenged, ended, sendSamples } from '../world/check.fixture.ts';
import { lieOnce } from '../world/lies.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld({ mayBeUnavailable: true });
const { keys } = world.authority;

/** A pass for the check, signed by the key that signs now. */
function pass({ checked }: Challenged): string {
  const { iss, sandbox, challengeId, sessionId, nonce } = checked.claims;
  return keys.sign('lz-verdict+jwt', {
    ...{ iss, sandbox, challengeId, sessionId, nonce, aud: world.authority.bffId },
    ...{ iat: Math.floor(world.clock.at / 1000), outcome: 'pass', level: 'basic', hints: [] },
  });
}

/** How a check ends that the authority fails, where the BFF is told that pass first. */
async function endAfter(check: Challenged, forged: string) {
  await world.authority.script({ name: 'stub-decision', outcome: 'fail', sessionId: check.sessionId });
  const lie = lieOnce(world.authority.lies, 'verdict', () => forged);
  await sendSamples(check);
  const { state } = await ended(check);
  expect(lie.told).toBe(true);
  return state;
}

it('a pass that was signed by a struck key counts for nothing a second later, though the BFF had learned the key before', async () => {
  const check = await challenged(world);
  const forged = pass(check);
  expect(keys.strike(keys.list().sign[0]?.kid ?? '', world.clock.at)).toBe(true);
  world.clock.pass(limits.keyListFresh);
  expect(await endAfter(check, forged)).toBe('failed');
});

it('it is the list that decides: by a key that was only replaced the same pass would count', async () => {
  const check = await challenged(world);
  const forged = pass(check);
  keys.rotate(world.clock.at);
  world.clock.pass(limits.keyListFresh);
  expect(await endAfter(check, forged)).toBe('passed');
});
