import { expect, it } from 'vitest';
import { agreed } from '../../../shared/consent/agreed.fixture.ts';
import { withdraw } from '../world/held.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const path = '/holder/v1/applications';

it('a consent that was withdrawn does not stand again by sending it once more', async () => {
  const phone = await world.phone();
  const given = { body: { consent: agreed() }, headers: { 'idempotency-key': 'idempotency-key-0001' } };
  const proof = phone.proof('POST', path);
  const { body } = await phone.ask('POST', path, { ...given, proof });
  expect(body).toMatchObject({ state: 'claimed' });
  await withdraw(phone, 'face');
  await withdraw(phone, 'voice');
  expect(await phone.ask('POST', path, { ...given, proof })).toMatchObject({ code: 'dpop-replayed' });
  // The phone itself may ask again, and is told what became of it.
  expect(await phone.ask('POST', path, given)).toMatchObject({
    body: { id: Object(body).id, state: 'declined' },
  });
  const { body: after } = await phone.ask('GET', '/holder/v1/consents');
  expect(Object(after).consents).toHaveLength(2);
  for (const { ended } of Object(after).consents) expect(ended).toMatchObject({ by: 'withdrawn' });
});

it('agreeing to the same words again makes no second record', async () => {
  const phone = await world.phone();
  for (const n of [1, 2, 3])
    await phone.ask('POST', path, {
      body: { consent: agreed() },
      headers: { 'idempotency-key': `idempotency-key-001${n}` },
    });
  const { body } = await phone.ask('GET', '/holder/v1/consents');
  expect(
    Object(body)
      .consents.map(({ subject }: { subject: string }) => subject)
      .sort(),
  ).toEqual(['face', 'voice']);
});
