import { expect, it } from 'vitest';
import { signOutCall } from '../../../shared/contract/operator/sign-in.ts';
import * as limits from '../../../shared/limits.ts';
import { startWorld } from '../world/world.fixture.ts';
import { firstOperator, openBrowser, signIn } from './console.fixture.ts';

const world = await startWorld();
const { passkey } = await firstOperator(world);

it('a cookie that was copied before the sign-out opens nothing after it', async () => {
  const browser = openBrowser(world);
  await signIn(browser, passkey);
  const thief = openBrowser(world);
  thief.cookie = browser.cookie;
  expect((await thief.session()).status).toBe(200);
  const left = await browser.ask(signOutCall);
  expect(left.headers['set-cookie']).toMatch(/=; Path=\/; Max-Age=0;/);
  expect((await thief.session()).code).toBe('token-invalid');
});

it('a console that nobody used for fifteen minutes is closed, and any after eight hours', async () => {
  const browser = openBrowser(world);
  await signIn(browser, passkey);
  world.clock.pass(limits.operatorIdle);
  expect((await browser.session()).code).toBe('token-invalid');
  const busy = openBrowser(world);
  await signIn(busy, passkey);
  const end = world.clock.at + limits.operatorSession;
  while (world.clock.at + 10 * 60_000 < end) {
    world.clock.pass(10 * 60_000);
    expect((await busy.session()).status).toBe(200);
  }
  world.clock.pass(10 * 60_000);
  expect((await busy.session()).code).toBe('token-invalid');
});
