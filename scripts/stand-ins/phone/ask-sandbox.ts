import { type Form, list, record, text } from '../../../miniprogram/src/holder/form.ts';
import type { LoginPlatform } from '../../../shared/contract/login/01-login.ts';
import type { RunningSandbox } from '../../sandbox/start-processes.ts';
import type { Act } from '../platforms/face-acts.ts';

const isMinted = record({ code: text() });
const isInbox = record({ messages: list(record({ text: text() })) });
const isAnything: Form<unknown> = (value): value is unknown => value !== undefined;

/** What `wx.login` or `my.getAuthCode` would give to this account, from the sandbox platform. */
export async function mintLoginCode(
  platformUrl: string,
  given: { platform: LoginPlatform; account: string },
): Promise<string> {
  return (await ask(`${platformUrl}/sandbox/v1/codes`, isMinted, { body: given })).code;
}

/** What somebody does before the platform's own camera, at the sandbox platform. @throws Error where it was not looked at */
export async function playFaceAct(
  platformUrl: string,
  played: { verifyId: string; account: string; act: Act },
): Promise<void> {
  await ask(`${platformUrl}/sandbox/v1/face-acts`, isAnything, { body: played });
}

/** The login code in the newest message to that number, read where the sandbox's inbox shows it. @throws Error when none came */
export async function readLoginCode(
  { platformUrl }: Pick<RunningSandbox, 'platformUrl'>,
  number: string,
): Promise<string> {
  const { messages } = await ask(`${platformUrl}/sandbox/v1/messages?phone=${number}`, isInbox);
  const code = /[0-9]{6}/.exec(messages[0]?.text ?? '')?.[0];
  if (code === undefined) throw new Error('no message with a code came');
  return code;
}

/** Asks the sandbox authority to play a scenario (its README, scripted mode). @throws Error when it refuses */
export async function scriptAuthority(
  { authorityUrl, apiKey }: Pick<RunningSandbox, 'authorityUrl' | 'apiKey'>,
  scenario: object,
): Promise<void> {
  await ask(`${authorityUrl}/sandbox/v1/script`, isAnything, { body: scenario, apiKey });
}

/** GET, or POST where there is a body. @throws Error on a refusal, and on an answer of another form */
async function ask<T>(
  url: string,
  form: Form<T>,
  { body, apiKey }: { body?: object; apiKey?: string } = {},
): Promise<T> {
  const answer = await fetch(url, {
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
    },
  });
  const said = await answer.text();
  const value: unknown = answer.ok ? JSON.parse(said === '' ? 'null' : said) : undefined;
  if (!form(value)) throw new Error(`${url} answered ${answer.status} ${said}`);
  return value;
}
