import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { operatorOf } from '../world/operator.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';
import { askPageToken, checkIn, desk, openPage } from './page.fixture.ts';

const world = await startWorld();

async function setOrigin(lin: Awaited<ReturnType<typeof operatorOf>>, counterId: string, origin: string) {
  const body = { version: await lin.version(`/counters/${counterId}`), origins: [origin] };
  expect((await lin.ask('PUT', `/counters/${counterId}/origins`, { body })).status).toBe(200);
}

it('a page token ends with the key that got it, at once, and so does its stream', async () => {
  const lin = await operatorOf(world);
  const page = await openPage(world, world.hotel);
  const stream = await page.listen();
  const heard = stream.text();
  const revokedAt = performance.now();
  const body = { reason: 'key-lost' };
  expect((await lin.ask('POST', '/counters/cnt_hotel-1/keys/cnt_hotel-1/revoke', { body })).status).toBe(200);
  expect(await page.send('POST', '/counter/v1/sessions', checkIn)).toMatchObject({ code: 'token-invalid' });
  expect(await heard).toContain('event: end\ndata: {"reason":"revoked"}');
  expect(performance.now() - revokedAt).toBeLessThan(2 * limits.registryLook + 500);
  expect((await askPageToken(world.hotel)).status).toBe(401);
});

it('it ends with its counter', async () => {
  const lin = await operatorOf(world, 'Wu');
  await setOrigin(lin, 'cnt_hotel-2', desk);
  const page = await openPage(world, world.otherHotelCounter);
  expect((await page.send('GET', '/counter/v1/sessions')).status).toBe(200);
  const body = { reason: 'misuse' };
  expect((await lin.ask('POST', '/counters/cnt_hotel-2/revoke', { body })).status).toBe(200);
  expect(await page.send('GET', '/counter/v1/sessions')).toMatchObject({ code: 'token-invalid' });
});

it('it ends with the registration of its origin', async () => {
  const lin = await operatorOf(world, 'Yu');
  await setOrigin(lin, 'cnt_hotel-3', desk);
  const page = await openPage(world, world.thirdHotelCounter);
  const heard = (await page.listen()).text();
  await setOrigin(lin, 'cnt_hotel-3', 'https://other.hotel.example');
  expect(await heard).toContain('event: end\ndata: {"reason":"revoked"}');
  expect(await page.send('GET', '/counter/v1/sessions')).toMatchObject({ code: 'token-invalid' });
  expect(await askPageToken(world.thirdHotelCounter)).toMatchObject({ code: 'origin-not-allowed' });
});
