import { expect, it } from 'vitest';
import { setAsks } from '../../../miniprogram/src/family/change-delegation.ts';
import { giveCode } from '../../../miniprogram/src/family/give-code.ts';
import type { WardAsk } from '../../../shared/family.ts';
import * as limits from '../../../shared/limits.ts';
import { readNotices } from '../../src/notice/read-notices.ts';
import { guardianOf } from '../world/family.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('who holds a guardian’s open phone for a moment is not spared the question that day, and the guardian hears of the try', async () => {
  const { phone, delegation } = await guardianOf(world, { age: 15 });
  const set = (asks: WardAsk) => setAsks(phone.holder, delegation.delegationId, asks);
  const ahead = () => giveCode(phone.holder, { ...delegation, asks: 'tell' });
  await set('tell');
  await expect(ahead()).rejects.toMatchObject({ code: 'request-invalid' });
  const told = await readNotices(world.ports, phone.holder.device.thumbprint, 0);
  expect(told.at(-1)).toMatchObject({ kind: 'ward-tells', until: world.clock.at + limits.wardTellWait });
  // Once more is not sooner, and a change of mind begins anew.
  world.clock.at += limits.wardTellWait - 1;
  await set('tell');
  await expect(ahead()).rejects.toMatchObject({ code: 'request-invalid' });
  await set('each-time');
  world.clock.at += 1;
  await set('tell');
  await expect(ahead()).rejects.toMatchObject({ code: 'request-invalid' });
  world.clock.at += limits.wardTellWait;
  expect((await ahead()).code).toMatch(/^[0-9]{8}$/);
});
