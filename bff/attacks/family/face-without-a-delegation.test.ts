import { expect, it } from 'vitest';
import { challenge } from '../../../miniprogram/src/attempt/03-challenge.ts';
import { claimed } from '../world/check.fixture.ts';
import { guardianOf } from '../world/family.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a ward’s credential opens nothing as if it were somebody’s own, though a BFF hands it to a phone', async () => {
  const { delegation } = await guardianOf(world);
  const [row] = await world.ports.db.read('select credential from delegations where id = :id', {
    id: delegation.delegationId,
  });
  const check = await claimed(world);
  const [kept] = await world.ports.db.read('select body from sessions where id = :id', {
    id: check.sessionId,
  });
  const session = JSON.parse(String(kept?.body));
  const body = JSON.stringify({ ...session, claim: { ...session.claim, credential: row?.credential } });
  await world.ports.db.write([
    { sql: 'update sessions set body = :body where id = :id', params: { body, id: check.sessionId } },
  ]);
  const agreed = { view: check.shown, consent: { face: true, voice: false } };
  await expect(challenge(check.phone.holder, agreed)).rejects.toMatchObject({ code: 'delegation-over' });
});
