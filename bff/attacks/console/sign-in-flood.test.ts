import { expect, it } from 'vitest';
import { beginSignInCall } from '../../../shared/contract/operator/sign-in.ts';
import * as limits from '../../../shared/limits.ts';
import { startWorld } from '../world/world.fixture.ts';
import { openBrowser } from './console.fixture.ts';

const world = await startWorld();

it('who begins sign-ins without end is slowed down, and leaves no table full of challenges', async () => {
  const { atOnce, every } = limits.signInsPerNetwork;
  const browser = openBrowser(world);
  const asked = Array.from({ length: atOnce + 20 }, () => browser.ask(beginSignInCall));
  const refused = (await Promise.all(asked)).filter(({ status }) => status !== 200);
  expect(refused).toHaveLength(20);
  for (const answer of refused) {
    expect(answer).toMatchObject({ status: 429, code: 'too-many-requests' });
    expect(answer.headers['retry-after']).toBe(String(every / 1000));
  }
  const [kept] = await world.ports.db.read('select count(*) as count from passkey_challenges', {});
  expect(kept?.count).toBe(atOnce);
  world.clock.pass(every);
  expect((await browser.ask(beginSignInCall)).status).toBe(200);
});
