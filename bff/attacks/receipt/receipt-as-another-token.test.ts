import { expect, it } from 'vitest';
import { checkForReceipt, receiptOf } from '../world/receipts.fixture.ts';
import { endAfterForgery } from '../world/verdicts.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const check = await checkForReceipt(world);
const receipt = await receiptOf(check);
if (receipt?.claims.report === undefined) throw new Error('no receipt');
const { signed } = receipt;
const form = receipt.claims.report;

it('a receipt or a form opens nothing as an access token, and gets none as an assertion', async () => {
  for (const text of [signed, form]) {
    expect((await world.hotel.ask('GET', '/counter/v1/sessions', { token: text })).code).toBe(
      'token-invalid',
    );
    expect((await world.hotel.askToken(text)).code).toBe('client-unknown');
    expect((await check.phone.whoAmI({ token: text })).code).toBe('token-invalid');
  }
});

it('a receipt of a pass is no result: it is of another type and another key, and addressed to nobody', async () => {
  const { body } = await world.hotel.ask('GET', `/counter/v1/sessions/${check.sessionId}`);
  const kidsOf = Object(await (await fetch(`${world.url}/.well-known/jwks.json`)).json()).keys.map(
    ({ kid }: { kid: string }) => kid,
  );
  const header = JSON.parse(Buffer.from(signed.split('.')[0] ?? '', 'base64url').toString());
  expect(Object(body).result).not.toBe(signed);
  expect(header.typ).toBe('lz-receipt+jwt');
  expect(kidsOf).not.toContain(header.kid);
  expect(receipt?.claims).not.toHaveProperty('aud');
});

it('a receipt of a pass is no verdict', async () => {
  expect(await endAfterForgery(world, () => signed)).toBe('failed');
});
