import { expect, it } from 'vitest';
import { shown } from '../world/meeting.fixture.ts';
import { citizen } from '../world/parties.fixture.ts';
import { applyAs } from '../world/phone.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const join = '/holder/v1/meetings/join';

it('nobody confirms himself: not by the phone that shows the code, nor by another phone of the same account', async () => {
  const { opener, code } = await shown(world);
  expect(await opener.ask('POST', join, { body: { code: code() } })).toMatchObject({
    status: 409,
    code: 'own-code',
  });
  const again = await world.phone(opener.account);
  await applyAs(again, citizen(901));
  expect(await again.ask('POST', join, { body: { code: code() } })).toMatchObject({
    status: 409,
    code: 'own-code',
  });
});
