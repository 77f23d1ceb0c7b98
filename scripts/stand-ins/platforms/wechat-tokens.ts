import { encodeBase64url } from '../../../shared/bytes/base64url.ts';
import type { Random } from '../../../shared/bytes/random.ts';

/** What WeChat documents: two hours, and a new one five minutes before the end, while both are taken. */
export const tokenLifetime = 7200 * 1000;
const overlap = 300 * 1000;

export interface WechatTokens {
  /** The access token that is current, as the normal mode of stable_token gives it. */
  current(): { access_token: string; expires_in: number };
  isValid(token: string): boolean;
}

export function makeWechatTokens(now: () => number, random: Random): WechatTokens {
  let given: { token: string; until: number }[] = [];
  return {
    current() {
      given = given.filter(({ until }) => until > now());
      let newest = given.at(-1);
      if (newest === undefined || newest.until - now() <= overlap) {
        newest = { token: encodeBase64url(random(60)), until: now() + tokenLifetime };
        given.push(newest);
      }
      return { access_token: newest.token, expires_in: Math.floor((newest.until - now()) / 1000) };
    },
    isValid: (token) => given.some((each) => each.token === token && each.until > now()),
  };
}
