import { expect, it } from 'vitest';
import { agreed } from '../../../shared/consent/agreed.fixture.ts';
import { agree, claimed } from '../world/check.fixture.ts';
import { claimsOf } from '../world/jws.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld({ mayBeUnavailable: true });
const { keys, lies } = world.authority;

it('a key list that one process has seen followed by a newer one is refused by all, also by one that has only just started', async () => {
  keys.rotate(world.clock.at);
  const phone = await world.citizen();
  const { sessionId } = await claimed(world, phone);
  const at = await world.another();
  const ask = () =>
    phone.ask('POST', `/holder/v1/sessions/${sessionId}/challenge`, {
      ...{ body: { consent: agreed() }, at },
      headers: { 'idempotency-key': 'k'.repeat(32) },
    });
  phone.holder.link.nonce = (await ask()).headers['dpop-nonce'] ?? phone.holder.link.nonce ?? '';

  lies.keyList = (list) => keys.signByRoot('lz-keys+jwt', { ...claimsOf(list), version: 1 });
  expect((await ask()).code).toBe('authority-unavailable');
  delete lies.keyList;
  expect((await ask()).status).toBe(201);
  expect((await agree(await claimed(world, phone))).checked.keyList.version).toBe(2);
});
