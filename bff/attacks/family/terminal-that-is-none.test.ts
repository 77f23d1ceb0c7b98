import { expect, it } from 'vitest';
import { agreeForWard } from '../../../miniprogram/src/family/agree-for-ward.ts';
import { giveCode } from '../../../miniprogram/src/family/give-code.ts';
import { wardRequests } from '../../../miniprogram/src/family/ward-requests.ts';
import { guardianOf, terminalAt } from '../world/family.fixture.ts';
import { makePair } from '../world/parties.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a counter that the authority does not know as a terminal takes nobody’s face', async () => {
  const guardian = await guardianOf(world);
  const terminal = await terminalAt(world, world.hotel, false);
  const { code } = await giveCode(guardian.phone.holder, guardian.delegation);
  await terminal.openWard('hotel', 'check-in', code);
  const [request] = await wardRequests(guardian.phone.holder);
  if (request === undefined) throw new Error('no request');
  await expect(agreeForWard(guardian.phone.holder, request)).rejects.toMatchObject({
    code: 'terminal-unknown',
  });
});

it('nor one whose token was stolen: the proof is by the key that the counter is registered with', async () => {
  const thief = await terminalAt(world, { ...world.hotel, key: makePair('thief') });
  const ask = ({ openWard }: typeof thief) => openWard('hotel', 'check-in', '12345678');
  await expect(ask(thief)).rejects.toMatchObject({ code: 'token-invalid' });
  // The control: by its own key it is asked whose code that is.
  await expect(ask(await terminalAt(world))).rejects.toMatchObject({ code: 'ward-code-unknown' });
});

it('and another counter of the same house neither reads nor answers for what a terminal has opened', async () => {
  const guardian = await guardianOf(world);
  const [terminal, other] = [await terminalAt(world), await terminalAt(world, world.otherHotelCounter)];
  const { code } = await giveCode(guardian.phone.holder, guardian.delegation);
  const { sessionId } = await terminal.openWard('hotel', 'check-in', code);
  await expect(other.told(sessionId)).rejects.toMatchObject({ code: 'not-found' });
});
