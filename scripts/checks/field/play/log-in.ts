import type { PlayOf } from '../case-file.ts';
import { clockOff, type FieldWorld } from '../world.ts';

/** A phone with that clock logs in; its very first call to the BFF is the one that its clock may spoil. @throws HolderProblem */
export async function playLogIn(world: FieldWorld, { clock }: PlayOf<'log-in'>): Promise<'logged-in'> {
  await world.freshPhone(clockOff(clock));
  return 'logged-in';
}
