import { expect, it } from 'vitest';
import { claimed } from '../world/check.fixture.ts';
import { askForWard, guardianOf, wordOf } from '../world/family.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('who answers for nobody has no one checked by a delegation of another', async () => {
  const { delegation } = await guardianOf(world);
  const { phone, sessionId } = await claimed(world);
  const word = wordOf(world, { phone }, delegation.delegationId, sessionId);
  const answer = await askForWard({ phone }, sessionId, { delegationId: delegation.delegationId, word });
  expect(answer).toMatchObject({ status: 403, code: 'delegation-over' });
});

it('nor ends, renews or gives codes of it: to others there is none', async () => {
  const { delegation } = await guardianOf(world);
  const stranger = await world.citizen();
  const path = `/holder/v1/delegations/${delegation.delegationId}`;
  for (const [what, body] of [
    ['end', undefined],
    ['asks', { asks: 'each-time' }],
    ['codes', { code: '12345678' }],
    ['renew', { word: wordOf(world, { phone: stranger }, delegation.delegationId, `ses_${'A'.repeat(22)}`) }],
  ] as const)
    expect(await stranger.ask('POST', `${path}/${what}`, { body })).toMatchObject({ code: 'not-found' });
  expect((await stranger.ask('GET', '/holder/v1/delegations')).body).toMatchObject({ delegations: [] });
});
