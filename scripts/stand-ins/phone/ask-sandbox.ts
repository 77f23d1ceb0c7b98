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

const Signed = Type.Object({ json: Type.String(), signature: Type.String() });

/** What the secure part of a phone signs after its owner's finger, by the sandbox platform: as `wx.startSoterAuthentication` gives it. */
export async function signBySecurePart(
  platformUrl: string,
  asked: { account: string; cpuId: string; challenge: string },
): Promise<{ json: string; signature: string }> {
  return await callJson({ url: `${platformUrl}/sandbox/v1/soter`, body: asked }, Signed);
}

/** What somebody does before the platform's own camera, at the sandbox platform. @throws Error where it was not looked at */
export async function playFaceAct(
  platformUrl: string,
  played: { verifyId: string; account: string; act: Act },
): Promise<void> {
  await callJson({ url: `${platformUrl}/sandbox/v1/face-acts`, body: played }, Type.Unknown());
}

/** What somebody does who taps *allow* where the platform asks about messages of these templates. */
export async function allowMessages(
  platformUrl: string,
  allowed: { platform: LoginPlatform; account: string; templates: readonly string[] },
): Promise<void> {
  await callJson({ url: `${platformUrl}/sandbox/v1/subscriptions`, body: allowed }, Type.Unknown());
}

/** Milliseconds that a message takes at most, and between two looks for it. */
const messagePatience = 10_000;
const look = 100;

/** How many messages went to that number so far. */
export async function countMessages(
  { platformUrl }: Pick<RunningSandbox, 'platformUrl'>,
  number: string,
): Promise<number> {
  const url = `${platformUrl}/sandbox/v1/messages?phone=${number}`;
  return (await callJson({ url }, Inbox)).messages.length;
}

/**
 * The login code in the newest message to that number, waited for where the sandbox's inbox shows it: a message is sent after its request is
 * answered.
 * @param known how many messages went there before it
 * @throws Error when none came
 */
export async function readLoginCode(
  { platformUrl }: Pick<RunningSandbox, 'platformUrl'>,
  number: string,
  known = 0,
): Promise<string> {
  for (let waited = 0; waited < messagePatience; waited += look) {
    const { messages } = await callJson({ url: `${platformUrl}/sandbox/v1/messages?phone=${number}` }, Inbox);
    const code = /[0-9]{6}/.exec(messages[0]?.text ?? '')?.[0];
    if (code !== undefined && messages.length > known) return code;
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
