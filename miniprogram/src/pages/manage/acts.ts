import {
  mayMove,
  type PossessionMove,
  type ProtectAct,
  possessionMoves,
  protectActs,
} from '../../../../shared/credentials.ts';
import type { OwnCredential } from '../../holder/answers.ts';

/** What can be done here: at once, or by the own face. */
export type Act = PossessionMove | ProtectAct;

/** What weakens stands first: who comes for it has waited for it. */
export const acts: readonly Act[] = [...protectActs, ...possessionMoves];

export function isByFace(act: Act): act is ProtectAct {
  const byFace: readonly Act[] = protectActs;
  return byFace.includes(act);
}

/** What can be done with the credential as it is, in the order in which it is offered. */
export function actsOf(credential: OwnCredential): Act[] {
  const { state, cardReportEnds } = credential;
  if (state === 'none') return [];
  return acts.filter(
    (act) => mayMove(state, act) && !(act === 'report-card' && cardReportEnds !== undefined),
  );
}

/** The act of that name, where there is one. */
export function actNamed(name: string | undefined): Act | undefined {
  return acts.find((act) => act === name);
}
