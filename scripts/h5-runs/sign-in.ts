import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import type { RunningSandbox } from '../sandbox/start-processes.ts';
import type { BrowserPhone } from './browser-phone.ts';

const Messages = Type.Object({ messages: Type.Array(Type.Object({ text: Type.String() })) });
type Messages = Static<typeof Messages>;

/** Signs in on the login page by number and SMS code; the code is read where the sandbox's inbox shows it. */
export async function signIn({ page }: BrowserPhone, sandbox: RunningSandbox, number: string): Promise<void> {
  await page.locator('input').first().fill(number);
  await page.getByText('获取验证码').click();
  await page.locator('input').nth(1).waitFor();
  await page
    .locator('input')
    .nth(1)
    .fill(await newestCode(sandbox, number));
  await page.locator('taro-button-core', { hasText: '登录' }).last().click();
}

async function newestCode({ platformUrl }: RunningSandbox, number: string): Promise<string> {
  const answer: unknown = await (await fetch(`${platformUrl}/sandbox/v1/messages?phone=${number}`)).json();
  const { messages }: Messages = Value.Parse(Messages, answer);
  const code = /[0-9]{6}/.exec(messages[0]?.text ?? '')?.[0];
  if (code === undefined) throw new Error('no message with a code came');
  return code;
}
