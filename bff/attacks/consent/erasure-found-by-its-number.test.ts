import { Value } from 'typebox/value';
import { expect, it } from 'vitest';
import { ErasureClaims } from '../../../shared/contract/protect/erase.ts';
import { verifyEs256 } from '../../../shared/jws/verify-es256.ts';
import * as limits from '../../../shared/limits.ts';
import { forget } from '../../src/jobs/forget.ts';
import { erase, handlesOf, untilTold } from '../world/held.fixture.ts';
import { operatorOf } from '../world/operator.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
let operator = await operatorOf(world);
const find = (erasureId: unknown) => operator.ask('GET', `/erasures/${erasureId}`);

it('an erasure is pending until the authority has deleted its part, and the operator is told when it has', async () => {
  const phone = await world.citizen('later');
  await world.authority.script({ name: 'outage', how: 'refuse', times: 1 });
  const answer = await erase(phone);
  expect(answer).toMatchObject({ status: 200, body: { authority: 'on-its-way' } });
  const { erasureId } = Object(answer.body);
  expect((await find(erasureId)).body).toMatchObject({ state: 'pending' });
  world.clock.pass(60_000);
  await untilTold(world);
  expect((await find(erasureId)).body).toMatchObject({ state: 'done' });
});

it('whoever erased an account has a receipt that the service signed, and the operator finds it by its number, and nobody', async () => {
  const phone = await world.citizen('erased');
  const handles = await handlesOf(world, phone);
  const { erasureId, receipt, kept, at } = Object((await erase(phone)).body);
  const published = Object(await (await fetch(`${world.url}/.well-known/jwks.json`)).json()).keys;
  const keyOf = (kid: string) => published.find((key: { kid: string }) => key.kid === kid);
  const claims: unknown = verifyEs256({ jws: receipt, type: 'lz-erasure+jwt', keyOf });
  expect(Value.Check(ErasureClaims, claims)).toBe(true);
  expect(claims).toMatchObject({ jti: erasureId, iat: Math.floor(at / 1000), authority: 'done', kept });
  // It is a receipt, and no result of a check.
  expect(() => verifyEs256({ jws: receipt, type: 'lz-result+jwt', keyOf })).toThrow();
  const found = await find(erasureId);
  expect(found).toMatchObject({ status: 200, body: { erasureId, state: 'done' } });
  expect(Object(found.body).day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  for (const secret of Object.values(handles))
    for (const told of [receipt, JSON.stringify(claims), JSON.stringify(found.body)])
      expect(told).not.toContain(secret);
  expect(await find(`ers_${'A'.repeat(22)}`)).toMatchObject({ status: 404, code: 'not-found' });
  expect((await fetch(`${world.url}/operator/v1/erasures/${erasureId}`)).status).toBe(401);
  world.clock.pass(limits.erasureKept);
  await forget(world.ports);
  // The token of three years ago opens nothing either.
  operator = await operatorOf(world);
  expect((await find(erasureId)).status).toBe(404);
});
