import type { HolderView } from '../../../shared/contract/holder-view.ts';
import { challenged, ended, sendSamples } from './check.fixture.ts';
import { claimsOf } from './jws.fixture.ts';
import { lieOnce } from './lies.fixture.ts';
import type { World } from './world.fixture.ts';

/**
 * A check that the authority decides as `fail`, while somebody answers the BFF with a verdict of `forge` first: it is given
 * the claims that would make a pass. Answers how the check ended. @throws Error where the forgery was never asked for
 */
export async function endAfterForgery(
  world: World,
  forge: (pass: Record<string, unknown>, genuine: string) => string,
): Promise<HolderView['state']> {
  const check = await challenged(world);
  await world.authority.script({ name: 'stub-decision', outcome: 'fail', sessionId: check.sessionId });
  const pass = (genuine: string) => ({ ...claimsOf(genuine), outcome: 'pass' });
  const lie = lieOnce(world.authority.lies, 'verdict', (genuine) => forge(pass(genuine), genuine));
  await sendSamples(check);
  const { state } = await ended(check);
  if (!lie.told) throw new Error('nobody asked for the verdict');
  return state;
}
