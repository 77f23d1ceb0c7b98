import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { decodeBase64url } from '../../../shared/bytes/base64url.ts';
import { decodeUtf8 } from '../../../shared/bytes/utf8.ts';

const Answer = Type.Object({ challenge: Type.String() });
const Claims = Type.Object({ digits: Type.String({ pattern: '^[0-9]+$' }) });

/**
 * The digits of a challenge, from the BFF's answer that brings it. A fake microphone has to know them before it is opened, and an app shows
 * them afterwards only.
 * @returns undefined where it is no such answer
 */
export function digitsOfChallenge(answer: unknown): string | undefined {
  if (!Value.Check(Answer, answer)) return undefined;
  const [, payload = ''] = answer.challenge.split('.');
  const claims: unknown = JSON.parse(decodeUtf8(decodeBase64url(payload)));
  return Value.Check(Claims, claims) ? claims.digits : undefined;
}
