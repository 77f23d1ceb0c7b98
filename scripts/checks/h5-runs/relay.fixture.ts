import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { BrowserPhone } from './browser-phone.ts';
import { agreeAndCapture, type End, type SayWord, stepPatience } from './ceremonies.fixture.ts';
import type { Clerk } from './clerk.ts';
import type { World } from './world.fixture.ts';

/**
 * An accomplice at the counter sends its code on, live, to a victim far away, whose own browser opens it, and who agrees, looks and
 * speaks, and is warned beside the word.
 * @param sayWord what then becomes of the word at the counter
 */
export async function relayTo(
  world: World,
  victim: BrowserPhone,
  clerk: Clerk,
  sayWord: SayWord,
): Promise<End> {
  const { page } = victim;
  await clerk.start('peer');
  await page.goto(await clerk.scan());
  await page.locator('#agree').waitFor({ timeout: stepPatience });
  return await agreeAndCapture(world, victim, async (digits) => {
    await expectWarning(page);
    await sayWord(digits);
  });
}

/**
 * Beside the word stand the signed name and place of the counter, whom it is for, and whom never; with the way to end it all that is on one
 * screen.
 */
async function expectWarning(page: Page): Promise<void> {
  const beside = page.locator('.word:visible');
  const asks = await beside.locator('#asks').innerText();
  expect(asks.split('\n')).toEqual(['只告诉这个柜台', '演示酒店', '前台一', '演示市测试路 1 号']);
  const { height } = page.viewportSize() ?? { height: 0 };
  for (const said of [
    beside.locator('#word'),
    beside.locator('#place'),
    page.getByText('只告诉您面前的对方，不要在电话里告诉别人'),
    page.getByText('有人在电话里问您这三个数字，请不要念'),
    page.locator('#not-here'),
  ]) {
    const box = await said.boundingBox();
    expect(box?.y, String(said)).toBeGreaterThanOrEqual(0);
    expect((box?.y ?? height) + (box?.height ?? 0), String(said)).toBeLessThanOrEqual(height);
  }
}
