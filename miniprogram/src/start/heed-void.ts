import type { HolderProblem } from '../holder/holder-problem.ts';
import { logOut } from './log-out.ts';
import { voidHere } from './void-state.ts';

/** Where another phone has signed in, this one forgets its key and its handle, and home says so. */
export async function heedVoid(problem: HolderProblem): Promise<void> {
  if (problem.code !== 'device-voided') return;
  voidHere();
  await logOut();
}
