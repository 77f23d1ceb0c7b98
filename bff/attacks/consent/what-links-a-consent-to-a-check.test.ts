import { expect, it } from 'vitest';
import { dateInChina } from '../../../shared/china-calendar.ts';
import { checkThrough } from '../world/check.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('what was agreed to at a counter is recorded once, by its day, whatever and however often was checked', async () => {
  const { phone } = await checkThrough(world);
  const rows = () => world.ports.db.read(`select * from consents where form = 'check' order by subject`, {});
  const first = await rows();
  expect(first.map(({ subject }) => subject)).toEqual(['face', 'voice']);
  for (const { given_at: at } of first) expect((Number(at) + 8 * 3_600_000) % 86_400_000).toBe(0);
  world.clock.pass(1000);
  await checkThrough(world, phone);
  expect(await rows()).toEqual(first);
  expect(JSON.stringify(first)).not.toMatch(/(?<![\w-])(ses|rp|cnt)_/);
  const { body } = await phone.ask('GET', '/holder/v1/consents');
  const ofChecks = Object(body).consents.filter(
    ({ text }: { text: { form: string } }) => text.form === 'check',
  );
  const today = dateInChina(world.clock.at);
  expect(ofChecks).toMatchObject([{ timestamp: today }, { timestamp: today }]);
});
