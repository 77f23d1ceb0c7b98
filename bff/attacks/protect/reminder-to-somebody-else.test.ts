import { expect, it } from 'vitest';
import { strengthen } from '../../../miniprogram/src/protect/strengthen.ts';
import { cardFor, credentialed } from '../world/protect.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld({ templates: ['in-30', 'in-7', 'in-1'] });
const { wechat } = world;

it('nobody has reminders sent to another person, the table names nobody, and a lost phone takes the wish along', async () => {
  const phone = await credentialed(world, 1, 'basic', cardFor(world, 40));
  const want = async (account: string) =>
    phone.ask('POST', '/holder/v1/reminders', {
      body: { platform: 'wechat', code: await wechat.mint(account) },
    });
  expect(await want('somebody-else')).toMatchObject({ code: 'login-refused' });
  expect(await want(phone.account)).toMatchObject({ status: 200 });
  const stored = await world.ports.db.read('select * from reminders', {});
  expect(stored).toHaveLength(1);
  const { subject } = await world.ports.platforms.wechat(await wechat.mint(phone.account));
  expect(JSON.stringify(stored)).not.toContain(subject);

  const other = await credentialed(world, 2, 'basic', cardFor(world, 40));
  await strengthen(phone.holder, 'report-phone');
  expect(await world.ports.db.read('select * from reminders', {})).toEqual([]);
  expect(await other.ask('GET', '/holder/v1/reminders')).toMatchObject({ body: { on: false } });
});
