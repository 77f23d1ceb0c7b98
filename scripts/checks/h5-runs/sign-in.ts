import type { RunningSandbox } from '../../sandbox/start-processes.ts';
import { readLoginCode } from '../../stand-ins/phone/ask-sandbox.ts';
import type { BrowserPhone } from './browser-phone.ts';

/** Signs in on the login page by number and SMS code. */
export async function signIn({ page }: BrowserPhone, sandbox: RunningSandbox, number: string): Promise<void> {
  await page.locator('input').first().fill(number);
  await page.getByText('获取验证码').click();
  await page.locator('input').nth(1).waitFor();
  const code = await readLoginCode(sandbox, number);
  await page.locator('input').nth(1).fill(code);
  await page.locator('taro-button-core', { hasText: '登录' }).last().click();
}
