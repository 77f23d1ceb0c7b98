import { type Ceremony, ceremonies } from '../../../shared/ceremonies.ts';
import type { CeremonyRules } from '../../../shared/ceremony-rules.ts';
import type { SampleKind } from '../../../shared/challenge.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Challenge } from '../ports/store.ts';
import { overwrite } from '../samples/held-samples.ts';
import { decideApply } from './decide-apply.ts';
import { decideAssist } from './decide-assist.ts';
import { decideMove } from './decide-move.ts';
import { decideRevoke } from './decide-revoke.ts';
import { decideTestHolder } from './decide-test-holder.ts';
import { decideVerify } from './decide-verify.ts';
import type { Decision } from './decision.ts';
import { holdPredicate } from './hold-predicate.ts';
import { isLastAttempt } from './is-last-attempt.ts';
import { joinFamily } from './join-family.ts';
import { joinOfficer } from './join-officer.ts';
import { recordVerdict } from './record-verdict.ts';
import { stubDecision } from './stub-decision.ts';
import { withPin } from './with-pin.ts';

type Decide = (
  ports: AuthorityPorts,
  challenge: Challenge,
  samples: Map<SampleKind, Uint8Array>,
) => Promise<Decision>;

const decideBy: Record<Ceremony, Decide> = {
  apply: decideApply,
  verify: decideVerify,
  move: decideMove,
  protect: decideVerify,
  peer: decideVerify,
  raise: decideVerify,
  assist: decideAssist,
  family: decideVerify,
  ward: decideVerify,
  revoke: decideRevoke,
};

/**
 * Decides a challenge whose samples have all come, and overwrites them. Never rejects: a fault of ours gives the phone
 * another attempt, or no verdict at all, but never a failure.
 */
export async function decideChallenge(ports: AuthorityPorts, challenge: Challenge): Promise<void> {
  const { challengeId, sessionId, ceremony } = challenge.claims;
  const samples = ports.heldSamples.take(challengeId);
  try {
    const delay = ports.scenarios.use('delay', sessionId);
    if (delay !== undefined) await ports.sleep(delay.ms);
    const stub = ports.scenarios.use('stub-decision', sessionId);
    const decision =
      stub === undefined
        ? (decideTestHolder(ports, challenge, samples) ??
          (await decideBy[ceremony](ports, challenge, samples)))
        : stubDecision(ports, challenge, samples, stub);
    if (decision !== 'never')
      recordVerdict(
        ports,
        challenge,
        holdPredicate(
          ports,
          challenge,
          await joined(ports, challenge, samples, decision, stub !== undefined),
        ),
      );
  } catch (error) {
    ports.warn('decision-failed', { challengeId, why: error instanceof Error ? error.name : 'unknown' });
    try {
      giveUp(ports, challenge);
    } catch {
      ports.warn('verdict-not-recorded', { challengeId });
    }
  } finally {
    overwrite(samples);
    ports.decided.notify(challengeId);
  }
}

/** With the word of the officer and what he has brought, where the ceremony has that. @param asTold nobody looks at faces: a script has said what is found */
async function joined(
  ports: AuthorityPorts,
  challenge: Challenge,
  samples: Map<SampleKind, Uint8Array>,
  found: Decision,
  asTold: boolean,
): Promise<Decision> {
  const { passBrings }: CeremonyRules = ceremonies[challenge.claims.ceremony];
  if (passBrings === 'delegation') return joinFamily(ports, challenge, samples, found, asTold);
  if (passBrings !== 'level') return found;
  return withPin(ports, samples, joinOfficer(ports, challenge, samples, found));
}

/**
 * Asks for another attempt without a hint, because the samples are lost through no fault of the holder. After the last
 * attempt nothing is said: the BFF then ends the session as a fault.
 */
export function giveUp(ports: AuthorityPorts, challenge: Challenge): void {
  if (isLastAttempt(challenge.asked)) return;
  recordVerdict(ports, challenge, {
    outcome: 'retry',
    level: challenge.asked.level,
    hints: [],
    person: undefined,
  });
}
