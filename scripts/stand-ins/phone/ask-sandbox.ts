import { Type } from 'typebox';
import type { LoginPlatform } from '../../../shared/contract/login/01-login.ts';
import type { RunningSandbox } from '../../sandbox/start-processes.ts';
import { callJson } from '../call-json.ts';
import type { Act } from '../platforms/face-acts.ts';

const Minted = Type.Object({ code: Type.String() });
const Inbox = Type.Object({ messages: Type.Array(Type.Object({ text: Type.String() })) });

/** What `wx.login` or `my.getAuthCode` would give to this account, from the sandbox platform. */
export async function mintLoginCode(
  platformUrl: string,
  given: { platform: LoginPlatform; account: string },
): Promise<string> {
  return (await callJson({ url: `${platformUrl}/sandbox/v1/codes`, body: given }, Minted)).code;
}

/** What somebody does before the platform's own camera, at the sandbox platform. @throws Error where it was not looked at */
export async function playFaceAct(
  platformUrl: string,
  played: { verifyId: string; account: string; act: Act },
): Promise<void> {
  await callJson({ url: `${platformUrl}/sandbox/v1/face-acts`, body: played }, Type.Unknown());
}

/** Milliseconds that a message takes at most, and between two looks for it. */
const messagePatience = 10_000;
const look = 100;

/** The login code in the newest message to that number, waited for where the sandbox's inbox shows it. @throws Error when none came */
export async function readLoginCode(
  { platformUrl }: Pick<RunningSandbox, 'platformUrl'>,
  number: string,
): Promise<string> {
  for (let waited = 0; waited < messagePatience; waited += look) {
    const { messages } = await callJson({ url: `${platformUrl}/sandbox/v1/messages?phone=${number}` }, Inbox);
    const code = /[0-9]{6}/.exec(messages[0]?.text ?? '')?.[0];
    if (code !== undefined) return code;
    await new Promise((resolve) => setTimeout(resolve, look));
  }
  throw new Error('no message with a code came');
}

/** Asks the sandbox authority to play a scenario (its README, scripted mode). @throws Error when it refuses */
export async function scriptAuthority(
  { authorityUrl, apiKey }: Pick<RunningSandbox, 'authorityUrl' | 'apiKey'>,
  scenario: object,
): Promise<void> {
  const headers = { authorization: `Bearer ${apiKey}` };
  await callJson({ url: `${authorityUrl}/sandbox/v1/script`, headers, body: scenario }, Type.Unknown());
}
