import { expect, it } from 'vitest';
import { decodeBase64url, encodeBase64url } from '../../../shared/bytes/base64url.ts';
import { checkForReceipt, newPlace, readAt } from '../world/receipts.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a guessed locator is answered like a right one: the same form, the same length, the same each time', async () => {
  const { place } = await checkForReceipt(world);
  const guess = newPlace().locator;
  const [right, wrong] = [await readAt(world, place.locator), await readAt(world, guess)];
  const shape = ({ status, headers, body }: typeof right) => [
    status,
    Object.keys(headers).sort(),
    headers['content-length'],
    headers['cache-control'],
    Object.entries(Object(body)).map(([name, value]) => [name, String(value).length]),
  ];
  expect(shape(wrong)).toEqual(shape(right));
  expect((await readAt(world, guess)).body).toEqual(wrong.body);
  expect((await readAt(world, newPlace().locator)).body).not.toEqual(wrong.body);
  // Bits as even as those of a cipher: nothing in them says that they were made up.
  const ones = (text: string) =>
    [...decodeBase64url(text)].reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0);
  for (const { body } of [right, wrong])
    expect(Math.abs(ones(Object(body).sealed) - 3120 * 4)).toBeLessThan(500);
});

it('there is no list, and no part of a locator leads anywhere', async () => {
  const { place, phone } = await checkForReceipt(world);
  for (const path of [
    '/holder/v1/receipts',
    '/holder/v1/receipts/read',
    `/holder/v1/receipts/${place.locator}`,
  ])
    expect((await phone.ask('GET', path)).status).toBeGreaterThanOrEqual(404);
  const bytes = decodeBase64url(place.locator);
  for (const near of [
    place.locator.slice(0, 21),
    `${place.locator}A`,
    '%',
    encodeBase64url(bytes.subarray(0, 12)),
  ])
    expect((await readAt(world, near)).code).toBe('request-invalid');
});
