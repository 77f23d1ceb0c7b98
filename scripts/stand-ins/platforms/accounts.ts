import { createHash } from 'node:crypto';

/** A person's id at WeChat: 28 letters, the same for one app and one account, another for another app. */
export function openIdOf(appId: string, account: string): string {
  return `o${createHash('sha256').update(`${appId}|${account}`).digest('base64url').slice(0, 27)}`;
}

/** A person's id at Alipay: 16 digits that begin with 2088, the same for every app. */
export function userIdOf(account: string): string {
  const number = createHash('sha256').update(`alipay|${account}`).digest().readBigUInt64BE();
  return `2088${String(number % 10n ** 12n).padStart(12, '0')}`;
}
