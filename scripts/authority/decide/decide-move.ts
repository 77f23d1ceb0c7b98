import type { SampleKind } from '../../../shared/challenge.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Challenge } from '../ports/store.ts';
import { credentialNow } from '../register/credential-standing.ts';
import { lookUpApplicant } from '../register/look-up-applicant.ts';
import { decideVerify } from './decide-verify.ts';
import { type Decision, notMatched } from './decision.ts';

/**
 * Whether it is the holder of the credential who brings it along: face and voice as in a check, and name and number typed. The work is the
 * same whether these fit or not, and a guess at them counts as a doubt.
 */
export async function decideMove(
  ports: AuthorityPorts,
  challenge: Challenge,
  samples: Map<SampleKind, Uint8Array>,
): Promise<Decision> {
  const identity = samples.get('identity');
  const credential = credentialNow(ports, challenge.asked.credential ?? '');
  if (identity === undefined || credential === undefined) throw new TypeError('a move without its samples');
  const typed = lookUpApplicant(ports, identity);
  const decision = await decideVerify(ports, challenge, samples);
  if (decision.outcome !== 'pass') return decision;
  if (typed?.person !== credential.person || !typed.nameFits)
    return { ...decision, ...notMatched, doubtful: true };
  return { ...decision, issue: { by: 'move' } };
}
