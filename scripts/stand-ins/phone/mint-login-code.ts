import { record, text } from '../../../miniprogram/src/holder/form.ts';
import type { LoginPlatform } from '../../../shared/contract/login/01-login.ts';

const isMinted = record({ code: text() });

/** What `wx.login` or `my.getAuthCode` would give to this account, from the sandbox platform. */
export async function mintLoginCode(
  platformUrl: string,
  { platform, account }: { platform: LoginPlatform; account: string },
): Promise<string> {
  const answer = await fetch(`${platformUrl}/sandbox/v1/codes`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ platform, account }),
  });
  const minted: unknown = await answer.json();
  if (!answer.ok || !isMinted(minted)) throw new Error(`the sandbox platform answered ${answer.status}`);
  return minted.code;
}
