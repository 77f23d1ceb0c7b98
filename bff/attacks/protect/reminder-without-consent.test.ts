import { expect, it } from 'vitest';
import { readReminders } from '../../../miniprogram/src/protect/reminders.ts';
import { readNotices } from '../../../miniprogram/src/protect/watch-place.ts';
import { validityEnd } from '../../../shared/card-validity.ts';
import * as limits from '../../../shared/limits.ts';
import { cardFor, cardOf, credentialed } from '../world/protect.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const templates = ['in-30', 'in-7', 'in-1'];
const world = await startWorld({ templates });
const { wechat } = world;

it('no message of the platform goes to who did not ask for one, each goes once to who did, and every inbox tells', async () => {
  const lastDay = cardFor(world, 40);
  const ends = validityEnd(lastDay) ?? 0;
  const [silent, asking, left] = [
    await credentialed(world, 1, 'basic', lastDay),
    await credentialed(world, 2, 'basic', lastDay),
    await credentialed(world, 3, 'basic', lastDay),
  ];
  expect(await readReminders(silent.holder)).toMatchObject({ by: 'wechat', templates, on: false });
  const want = async (phone: typeof asking) =>
    phone.ask('POST', '/holder/v1/reminders', {
      body: { platform: 'wechat', code: await wechat.mint(phone.account) },
    });
  // What was allowed at the platform alone is no wish that this service was told.
  for (const phone of [silent, asking, left]) await wechat.allow(phone.account, templates);
  expect(await want(asking)).toMatchObject({ status: 200, body: { on: true } });
  expect(await want(left)).toMatchObject({ status: 200 });
  expect(await left.ask('POST', '/holder/v1/reminders/end')).toMatchObject({ body: { on: false } });

  for (const [nth, before] of limits.remindBefore.entries()) {
    world.clock.at = ends - before;
    await expect.poll(async () => (await wechat.messages()).length, { timeout: 30_000 }).toBe(nth + 1);
    for (const phone of [silent, asking, left]) {
      await cardOf(phone);
      const told = (await readNotices(phone.holder, 0)).filter(({ kind }) => kind === 'ends-soon');
      expect(told.map(({ until }) => until)).toEqual(Array.from({ length: nth + 1 }, () => ends));
    }
  }
  // Some rounds of the job later there are no more, and nothing is kept of whom to write to.
  await new Promise((later) => setTimeout(later, 3 * limits.jobEvery));
  const sent = await wechat.messages();
  expect(sent).toMatchObject([{ template: 'in-1' }, { template: 'in-7' }, { template: 'in-30' }]);
  expect(JSON.stringify(sent)).not.toContain(lastDay);
  expect(await world.ports.db.read('select * from reminders', {})).toEqual([]);
});
