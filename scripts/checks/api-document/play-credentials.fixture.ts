import { randomUUID } from 'node:crypto';
import { operatorOf } from '../../../bff/attacks/world/operator.fixture.ts';
import type { World } from '../../../bff/attacks/world/world.fixture.ts';

type Shown = (id: string, name?: string) => unknown;

/** What becomes of a credential on two phones of one person, and what an operator sees of it: each call with a success and a refusal. */
export async function playCredentials(world: World, shown: Shown): Promise<void> {
  const old = await world.citizen('kim');
  const created = () => ({ headers: { 'idempotency-key': `"${randomUUID()}"` } });
  await old.ask('GET', '/holder/v1/notices');
  await old.ask('POST', '/holder/v1/credential/moves', { body: shown('strengthenCredential') });
  await old.ask('POST', '/holder/v1/credential/moves', { body: { move: 'sell' } });
  await old.ask('POST', '/holder/v1/protections', { body: shown('protectCredential'), ...created() });
  await old.ask('POST', '/holder/v1/moves', { body: shown('bringCredential'), ...created() });
  await old.ask('POST', '/holder/v1/login/soter', { token: 'none' });

  const present = await world.phone('kim');
  await present.ask('POST', '/holder/v1/protections', { body: shown('protectCredential'), ...created() });
  await present.ask('POST', '/holder/v1/moves', { body: shown('bringCredential'), ...created() });
  await present.ask('POST', '/holder/v1/ticket', { token: 'none' });
  await old.ask('GET', '/holder/v1/notices');
  const { body } = await old.ask('POST', '/holder/v1/ticket', { token: 'none' });
  const ticket = String(Object(body).ticket);
  const path = '/holder/v1/disputes';
  const dispute = () =>
    old.ask('POST', path, {
      ...{ body: shown('dispute'), token: ticket },
      proof: old.proof('POST', path, { accessToken: ticket }),
    });
  const { disputeId } = Object((await dispute()).body);
  await dispute();

  const operator = await operatorOf(world, 'Mei');
  await operator.ask('GET', '/disputes');
  await operator.ask('GET', `/disputes/${disputeId}`);
  await operator.ask('GET', `/disputes/dsp_${'A'.repeat(22)}`);
  const resolve = () =>
    operator.ask('POST', `/disputes/${disputeId}/resolve`, { body: { outcome: 'dismissed' } });
  await resolve();
  await resolve();
}
