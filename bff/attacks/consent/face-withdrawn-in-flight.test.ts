import { expect, it } from 'vitest';
import { consent } from '../../../miniprogram/src/apply/01-consent.ts';
import { challenged, claimed, sendSamples } from '../world/check.fixture.ts';
import { handlesOf, untilTold, withdraw } from '../world/held.fixture.ts';
import { cardOf } from '../world/protect.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('whoever takes back the face passes no check that is being decided', async () => {
  const check = await challenged(world);
  const { credential } = await handlesOf(world, check.phone);
  const decide = world.authority.holdNextDecision();
  await sendSamples(check);
  await world.untilDeciding();
  await withdraw(check.phone, 'face');
  decide();
  await untilTold(world);
  const { body } = await world.hotel.ask('GET', `/counter/v1/sessions/${check.session.sessionId}`);
  expect(['aborted', 'failed']).toContain(Object(body).state);
  expect(world.authority.credential(credential)).toBeUndefined();
  expect(await cardOf(check.phone)).toMatchObject({ state: 'void', reason: 'erased' });
});

it('a check that was agreed to ends as declined', async () => {
  for (const reach of [claimed, challenged]) {
    const { phone, session } = await reach(world);
    await withdraw(phone, 'face');
    expect(await world.hotel.ask('GET', `/counter/v1/sessions/${session.sessionId}`)).toMatchObject({
      body: { state: 'declined' },
    });
  }
});

it('an application that is under way brings no credential', async () => {
  const phone = await world.phone();
  const { id } = await consent(phone.holder, { face: true, voice: true });
  await withdraw(phone, 'face');
  expect(await phone.ask('GET', `/holder/v1/sessions/${id}`)).toMatchObject({ body: { state: 'declined' } });
  expect(await cardOf(phone)).toMatchObject({ state: 'none' });
});
