import { operatorOf } from '../../../bff/attacks/world/operator.fixture.ts';
import { random } from '../../../bff/attacks/world/parties.fixture.ts';
import type { World } from '../../../bff/attacks/world/world.fixture.ts';
import { stateReceiptKey } from '../../../shared/receipt/state-receipt-key.ts';
import { x25519PublicKey } from '../../../shared/seal/x25519.ts';

type Shown = (id: string, name?: string) => unknown;

/** What a holder agreed to, taken back, exported and erased: each call with a success and a refusal. */
export async function playConsents(world: World, shown: Shown): Promise<void> {
  const phone = await world.citizen('consents');
  const key = stateReceiptKey(phone.holder.device, x25519PublicKey(random(32)));
  const path = '/holder/v1/consents';
  await phone.ask('GET', path);
  await phone.ask('POST', '/holder/v1/export', { body: { key } });
  await phone.ask('POST', '/holder/v1/export', { body: shown('exportAll') });
  await phone.ask('POST', `${path}/withdrawals`, { body: shown('withdrawConsent') });
  await phone.ask('POST', `${path}/withdrawals`, { body: { subject: 'iris' } });
  await phone.ask('POST', '/holder/v1/erasure', { body: { erase: true } });
  const { body } = await phone.ask('POST', '/holder/v1/erasure', { body: shown('eraseAccount') });
  const operator = await operatorOf(world, 'Rui');
  await operator.ask('GET', `/erasures/${Object(body).erasureId}`);
  await operator.ask('GET', `/erasures/ers_${'A'.repeat(22)}`);
  await phone.ask('GET', path);
  await phone.ask('POST', `${path}/withdrawals`, { body: shown('withdrawConsent') });
}
