import type { LoginAnswer } from '../../../shared/contract/login/01-login.ts';
import type { Holder } from '../holder/holder.ts';

/** From now on calls carry the token; `again` gets a new one when it has run out. */
export function keepLogin(
  { link, platform }: Holder,
  answer: LoginAnswer,
  again: () => Promise<unknown>,
): void {
  link.accessToken = answer.accessToken;
  link.logIn = again;
  link.faceBy = answer.faceBy ?? 'phone';
  link.clockAhead = answer.serverTime - platform.clock.now();
}
