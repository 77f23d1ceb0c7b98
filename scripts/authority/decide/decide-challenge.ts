import type { Ceremony } from '../../../shared/ceremonies.ts';
import type { SampleKind } from '../../../shared/challenge.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Challenge } from '../ports/store.ts';
import { overwrite } from '../samples/held-samples.ts';
import { decideApply } from './decide-apply.ts';
import { decideTestHolder } from './decide-test-holder.ts';
import { decideVerify } from './decide-verify.ts';
import type { Decision } from './decision.ts';
import { isLastAttempt } from './is-last-attempt.ts';
import { recordVerdict } from './record-verdict.ts';
import { stubDecision } from './stub-decision.ts';

type Decide = (
  ports: AuthorityPorts,
  challenge: Challenge,
  samples: Map<SampleKind, Uint8Array>,
) => Promise<Decision>;

const decideBy: Record<Ceremony, Decide> = { apply: decideApply, verify: decideVerify };

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
    if (decision !== 'never') recordVerdict(ports, challenge, decision);
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
