import { createHash } from 'node:crypto';
import { encodeBase64url } from '../../../shared/bytes/base64url.ts';
import type { Random } from '../../../shared/bytes/random.ts';
import type { LoginPlatform } from '../../../shared/contract/login/01-login.ts';

/** A person's id at WeChat: 28 letters, the same for one app and one account, another for another app. */
export function openIdOf(appId: string, account: string): string {
  return `o${createHash('sha256').update(`${appId}|${account}`).digest('base64url').slice(0, 27)}`;
}

/** A person's id at Alipay: 16 digits that begin with 2088, the same for every app. */
export function userIdOf(account: string): string {
  const number = createHash('sha256').update(`alipay|${account}`).digest().readBigUInt64BE();
  return `2088${String(number % 10n ** 12n).padStart(12, '0')}`;
}

/** Both platforms give a code for one use within minutes. */
export const codeLifetime = 5 * 60 * 1000;

export type Redeemed = { account: string } | { refused: 'unknown' | 'used' };

export interface LoginCodes {
  mint(platform: LoginPlatform, account: string): string;
  /** Each code is taken once, at the platform that gave it. */
  redeem(platform: LoginPlatform, code: string): Redeemed;
}

export function makeLoginCodes(now: () => number, random: Random): LoginCodes {
  const minted = new Map<string, { platform: LoginPlatform; account: string; at: number; used: boolean }>();
  return {
    mint(platform, account) {
      for (const [code, { at }] of minted) if (now() - at > 2 * codeLifetime) minted.delete(code);
      const code = encodeBase64url(random(24));
      minted.set(code, { platform, account, at: now(), used: false });
      return code;
    },
    redeem(platform, code) {
      const entry = minted.get(code);
      if (entry === undefined || entry.platform !== platform) return { refused: 'unknown' };
      if (entry.used) return { refused: 'used' };
      if (now() - entry.at >= codeLifetime) return { refused: 'unknown' };
      entry.used = true;
      return { account: entry.account };
    },
  };
}
