import { decodeBase64url } from '../../../shared/bytes/base64url.ts';
import type { OpenSessionAnswer } from '../../../shared/contract/verify/01-open-session.ts';
import { makeCode } from '../../../shared/counter-code/make-code.ts';

/**
 * The code that the counter shows in this second.
 * @param ahead milliseconds by which the BFF's clock is ahead of the counter's
 */
export function showCode(session: OpenSessionAnswer, ahead: number, now: number): string {
  const { codeBaseUrl, token, rpId, counterId, scene, purpose, openedAt } = session;
  return makeCode({
    ...{ token, rpId, counterId, scene, purpose },
    baseUrl: codeBaseUrl,
    secret: decodeBase64url(session.secret),
    elapsed: Math.max(0, Math.floor((now + ahead - openedAt) / 1000)),
  });
}
