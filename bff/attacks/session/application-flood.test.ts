import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { agreed } from '../../../shared/consent/agreed.fixture.ts';
import * as limits from '../../../shared/limits.ts';
import type { Answer } from '../world/answers.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const { atOnce, every } = limits.applicationsPerHolder;

const apply = (phone: Awaited<ReturnType<typeof world.phone>>): Promise<Answer> =>
  phone.ask('POST', '/holder/v1/applications', {
    body: { consent: agreed() },
    headers: { 'idempotency-key': randomUUID() },
  });
const live = async () =>
  (await world.ports.db.read(`select id from sessions where state = 'claimed'`, {})).length;

it('a holder who applies without end has three applications that live, the newest, and a dozen in the hour', async () => {
  const phone = await world.phone();
  for (let n = 0; n < atOnce; n++) expect(await apply(phone)).toMatchObject({ status: 201 });
  const refused = await Promise.all([apply(phone), apply(phone), apply(phone)]);
  for (const each of refused) expect(each).toMatchObject({ status: 429, code: 'too-many-requests' });
  expect(refused[0]?.headers['retry-after']).toBe(String(every / 1000));
  expect(await live()).toBe(limits.liveApplications);
  expect(await apply(await world.phone())).toMatchObject({ status: 201 });

  world.clock.at += every;
  expect(await apply(phone)).toMatchObject({ status: 201 });
});

it('applications that come at the same moment leave no more than three', async () => {
  const phone = await world.phone();
  const before = await live();
  await Promise.all(Array.from({ length: atOnce }, () => apply(phone)));
  expect((await live()) - before).toBeLessThanOrEqual(limits.liveApplications);
});
