import { expect, it } from 'vitest';
import { yes } from '../../../scripts/authority/raise/raise.fixture.ts';
import { beginShiftCall } from '../../../shared/contract/officer/shift.ts';
import { attendantAt, guest, pin } from '../world/assist.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('whoever found an attendant’s key and shows neither finger nor PIN opens no shift', async () => {
  const { browser, passkey, asked } = await attendantAt(world);
  browser.keep(undefined);
  const { ceremony, options } = await browser.call(beginShiftCall);
  const assertion = passkey.sign({ ...asked(options), verified: false });
  const answer = await browser.ask('POST', '/officer/v1/shifts', { body: { ceremony, assertion } });
  expect(answer).toMatchObject({ status: 401, body: { code: 'passkey-refused' } });
});

it('and helps nobody at a desk that was left open', async () => {
  const [attendant, who] = [await attendantAt(world), await guest(world)];
  const { sessionId } = await world.hotel.open();
  await attendant.take(sessionId);
  await attendant.bringAll(sessionId, who.card, { pin });
  const { ceremony, options } = await attendant.begin(sessionId, yes);
  const assertion = attendant.passkey.sign({ ...attendant.asked(options), verified: false });
  const path = `/officer/v1/sessions/${sessionId}/decision`;
  const answer = await attendant.browser.ask('POST', path, { body: { ceremony, assertion } });
  expect(answer).toMatchObject({ status: 401, body: { code: 'passkey-refused' } });
  expect((await world.hotel.view(sessionId)).state).toBe('claimed');
});
