import { expect, it } from 'vitest';
import { keptAfterErasure } from '../../../shared/contract/protect/erase.ts';
import * as limits from '../../../shared/limits.ts';
import { forget } from '../../src/jobs/forget.ts';
import { checkThrough } from '../world/check.fixture.ts';
import { erase, handlesOf, placesOf, untilTold, withdraw } from '../world/held.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('no column of any table of either side has the holder, the phone, the credential or the person any more', async () => {
  const phone = await world.citizen('erased');
  await checkThrough(world, phone);
  await phone.ask('POST', '/holder/v1/credential/moves', { body: { move: 'freeze' } });
  const handles = await handlesOf(world, phone);
  const before = await placesOf(world, handles);
  for (const place of [
    'bff holders.id: holder',
    'bff consents.holder_id: holder',
    'bff notices.device: device',
  ])
    expect(before).toContain(place);
  for (const name of ['credentials.person', 'people.person'])
    expect(before).toContain(`authority ${name}: person`);
  expect(before).toContain('authority challenges.asked: device');
  const answer = await erase(phone);
  expect(answer).toMatchObject({ status: 200, body: { authority: 'done', kept: [...keptAfterErasure] } });
  expect(Object(answer.body).erasureId).toMatch(/^ers_/);
  await untilTold(world);
  expect(await placesOf(world, handles)).toEqual(['authority tries.applicant: applicant']);
  world.clock.pass(limits.triesWindow + 1);
  world.authority.forget();
  expect(await placesOf(world, handles)).toEqual([]);
});

it('withdrawing the face leaves at the authority nothing of the person, and here the account alone', async () => {
  const phone = await world.citizen('withdrawn');
  await checkThrough(world, phone);
  const handles = await handlesOf(world, phone);
  expect(await withdraw(phone, 'face')).toMatchObject({ status: 200 });
  await untilTold(world);
  world.clock.pass(limits.triesWindow + 1);
  world.authority.forget();
  const places = await placesOf(world, handles);
  expect(places.filter((place) => place.startsWith('authority'))).toEqual([]);
  world.clock.pass(limits.voidKept);
  await forget(world.ports);
  const left = (await placesOf(world, handles)).map((place) => place.split('.')[0]);
  expect([...new Set(left)]).toEqual(['bff consents', 'bff holders', 'bff notices']);
  world.clock.pass(limits.noticeLifetime);
  await forget(world.ports);
  expect(await placesOf(world, handles)).toEqual([
    'bff consents.holder_id: holder',
    'bff holders.device: device',
    'bff holders.id: holder',
  ]);
  world.clock.pass(limits.endedConsentKept);
  await forget(world.ports);
  expect(await placesOf(world, handles)).toEqual(['bff holders.device: device', 'bff holders.id: holder']);
});

it('what was superseded is forgotten too, a month later', async () => {
  const phone = await world.citizen('superseded');
  const handles = await handlesOf(world, phone);
  await phone.ask('POST', '/holder/v1/credential/moves', { body: { move: 'report-phone' } });
  await untilTold(world);
  expect(await placesOf(world, handles)).toContain('authority credentials.handle: credential');
  world.clock.pass(limits.resultRetention + limits.applyChallengeLifetime);
  world.authority.forget();
  world.clock.pass(limits.voidKept + 1);
  world.authority.forget();
  await forget(world.ports);
  const places = await placesOf(world, handles);
  expect(places.filter((place) => /^authority|: credential$/.test(place))).toEqual([]);
});
