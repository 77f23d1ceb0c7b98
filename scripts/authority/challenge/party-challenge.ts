import { rulesOf } from '../../../shared/ceremonies.ts';
import type {
  AuthorityChallengeAnswer,
  PartyChallengeClaims,
} from '../../../shared/contract/authority/03-challenge.ts';
import { Problem } from '../../../shared/problem.ts';
import { signKeyList } from '../keys/sign-key-list.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';

/** The challenge as one of its parties is told of it, by its role. @throws Problem not-found */
export function partyChallenge(
  ports: AuthorityPorts,
  challengeId: string,
  role: string,
): AuthorityChallengeAnswer {
  const claims = ports.store.challenges.find(challengeId)?.claims;
  const deviceThumbprint = claims?.parties?.[role];
  if (claims === undefined || deviceThumbprint === undefined) throw new Problem('not-found');
  const { prompts, digits: _, parties: __, ...told } = claims;
  const { broughtBy = {} } = rulesOf(claims.ceremony);
  const takesFace = broughtBy.face === role || broughtBy['kin-face'] === role;
  const asTold: PartyChallengeClaims = {
    ...{ ...told, deviceThumbprint, role },
    ...(takesFace && { prompts }),
  };
  return {
    challenge: ports.keys.sign('lz-party-challenge+jwt', asTold),
    keyList: signKeyList(ports, claims.sessionId),
  };
}
