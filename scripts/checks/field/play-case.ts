import { HolderProblem } from '../../../miniprogram/src/holder/holder-problem.ts';
import type { FieldCase, Play } from './case-file.ts';
import { playApply } from './play/apply.ts';
import { playAssertion } from './play/assertion.ts';
import { playCheck } from './play/check.ts';
import { playForm } from './play/form.ts';
import { playLogIn } from './play/log-in.ts';
import { playScan } from './play/scan.ts';
import type { FieldWorld } from './world.ts';

/** What came of one play, and whether the case calls it right. */
export interface Played {
  fieldCase: FieldCase;
  play: Play;
  outcome: string;
  right: boolean;
}

/** Plays everything of a case, one after the other. Nothing is thrown: what cannot be played is wrong. */
export async function playCase(
  world: FieldWorld,
  fieldCase: FieldCase,
  tell: (played: Played) => void,
): Promise<void> {
  for (const play of fieldCase.plays) {
    const outcome = await world
      .forgive()
      .then(() => playOne(world, fieldCase, play))
      .catch((problem: unknown) => outcomeOf(problem));
    tell({ fieldCase, play, outcome, right: play.right.some((right) => isOutcome(outcome, right)) });
  }
}

function playOne(world: FieldWorld, fieldCase: FieldCase, play: Play): Promise<string> {
  switch (play.play) {
    case 'log-in':
      return playLogIn(world, play);
    case 'scan':
      return playScan(world, play);
    case 'form':
      return playForm(world, play);
    case 'apply':
      return playApply(world, fieldCase, play);
    case 'check':
      return playCheck(world, fieldCase, play);
    case 'assertion':
      return playAssertion(world, play);
  }
}

function outcomeOf(problem: unknown): string {
  if (problem instanceof HolderProblem) return `refused ${problem.code}`;
  return `error: ${problem instanceof Error ? problem.message : String(problem)}`;
}

/** An outcome may come with several hints; the right one must be among them. */
export function isOutcome(outcome: string, right: string): boolean {
  const [kind, detail] = right.split(' ');
  const [came, ...details] = outcome.split(' ');
  return came === kind && (detail === undefined || details.includes(detail));
}
