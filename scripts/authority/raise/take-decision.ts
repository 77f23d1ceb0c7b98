import { createHash } from 'node:crypto';
import { Value } from 'typebox/value';
import { decodeBase64url, encodeBase64url } from '../../../shared/bytes/base64url.ts';
import { decodeUtf8 } from '../../../shared/bytes/utf8.ts';
import type { DecisionTaken } from '../../../shared/contract/authority/officers.ts';
import { RaiseDecisionSchema, type SignedDecision } from '../../../shared/contract/raise/08-decision.ts';
import { Base64urlSchema, exact } from '../../../shared/contract/schema.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import { decisionHash } from '../../../shared/raise/decision-hash.ts';
import { checkAssertion } from '../officers/check-assertion.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import { noteSample } from '../samples/note-sample.ts';
import { decidable } from './decidable.ts';
import { holdWords } from './signed-words.ts';

const Held = exact({ decision: RaiseDecisionSchema, salt: Base64urlSchema(43, 43) });

/**
 * Takes an officer's assertion: what was signed is computed anew from the session and the samples as they are now. Where the raise is an
 * exception the word of a second officer is awaited still. `complete`: the decision of the challenge can begin.
 * @throws Problem passkey-refused, decision-changed, and whatever `decidable` throws
 */
export async function takeDecision(
  ports: AuthorityPorts,
  challengeId: string,
  { shiftId, ceremony, assertion }: { shiftId: string } & SignedDecision,
): Promise<DecisionTaken & { complete: boolean }> {
  const about = `${challengeId} ${shiftId}`;
  const { officer, passkeyId, held } = await checkAssertion(
    ports,
    { purpose: 'decide', about },
    { ceremony, assertion },
  );
  const { decision, salt } = Value.Parse(Held, JSON.parse(held));
  const { challenge, standing, evidence, earlier } = decidable(ports, challengeId, shiftId);
  if (standing.officer.id !== officer.id) throw new Problem('passkey-refused');
  const { sessionId, nonce } = challenge.claims;
  const now = decisionHash({ sessionId, challengeId, nonce, shiftId, salt, decision, evidence });
  if (encodeBase64url(now) !== signedIn(assertion.response.clientDataJSON))
    throw new Problem('decision-changed');

  const said = { officerId: officer.id, shiftId: standing.shift.id, passkeyId, at: ports.now(), decision };
  const words = [...earlier, said];
  const plain = holdWords(words);
  const excepts = decision.outcome !== 'refuse' && decision.exception !== undefined;
  if (excepts && earlier.length === 0) {
    ports.heldSamples.put(
      challengeId,
      'officer-decision',
      plain,
      challenge.expiresAt + limits.decidingLifetime,
    );
    return { awaited: ['officer-decision'], secondNeeded: true, complete: false };
  }
  const digest = createHash('sha256').update(plain).digest('base64url');
  return noteSample(ports, challenge, { kind: 'officer-decision', digest, plain });
}

/** The challenge in client data that was verified. */
function signedIn(clientDataJSON: string): unknown {
  const data: unknown = JSON.parse(decodeUtf8(decodeBase64url(clientDataJSON)));
  return typeof data === 'object' && data !== null && 'challenge' in data ? data.challenge : undefined;
}
