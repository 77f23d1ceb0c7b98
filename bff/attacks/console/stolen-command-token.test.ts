import { expect, it } from 'vitest';
import { setOriginsCall } from '../../../shared/contract/operator/counters.ts';
import * as operators from '../../../shared/contract/operator/operators.ts';
import * as pairings from '../../../shared/contract/operator/pairings.ts';
import { approveProposalCall, proposeCall } from '../../../shared/contract/operator/proposals.ts';
import { setEncryptionKeyCall } from '../../../shared/contract/operator/relying-parties.ts';
import {
  addWebhookCall,
  changeWebhookCall,
  rotateWebhookCall,
} from '../../../shared/contract/operator/webhooks.ts';
import type { Call } from '../../../shared/contract/schema.ts';
import { limits } from '../../../shared/limits.ts';
import { operatorOf } from '../world/operator.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';
import { firstOperator, openBrowser } from './console.fixture.ts';

const world = await startWorld();

/** What gives access anew or weakens. */
const weakening: Call[] = [
  ...[proposeCall, approveProposalCall, setEncryptionKeyCall, setOriginsCall],
  ...[addWebhookCall, changeWebhookCall, rotateWebhookCall, operators.revokeOperatorCall],
];

/** What begets another way in. */
const lettingIn: Call[] = [
  ...[operators.beginPasskeyCall, operators.addPasskeyCall, operators.removePasskeyCall],
  ...[operators.inviteOperatorCall, pairings.approvePairingCall],
];

const ids: Record<string, string> = {
  ...{ rpId: 'rp_hotel', counterId: 'cnt_hotel-1', proposalId: 'prp_Qm9va3NhcmVmb3JldmVyMA' },
  ...{ webhookId: 'whk_Qm9va3NhcmVmb3JldmVyMA', operatorId: 'opr_Qm9va3NhcmVmb3JldmVyMA' },
  ...{ passkeyId: 'kUYzXzR4i0oPq3mBq9d3Vw', code: 'WDJB-MJHT' },
};
const pathOf = ({ path }: Call) =>
  path.replace('/operator/v1', '').replace(/:(\w+)/g, (_, name: string) => ids[name] ?? name);
const bodyOf = ({ body }: Call) => (body === undefined ? {} : { body: {} });

it('an operator who approves the pairing of a thief gives them twelve hours, and no passkey and no second token', async () => {
  const { browser } = await firstOperator(world);
  const thief = openBrowser(world);
  const { code, secret } = await thief.get(pairings.openPairingCall, { label: 'desk-3' });
  await browser.ask(
    pairings.approvePairingCall,
    undefined,
    {},
    pairings.approvePairingCall.path.replace(':code', code),
  );
  const { token } = await thief.get(pairings.collectTokenCall, { secret });
  const authorization = { authorization: `Bearer ${token}` };
  expect((await thief.ask(operators.beginPasskeyCall, undefined, authorization)).code).toBe('origin-refused');
  const next = await thief.get(pairings.openPairingCall, { label: 'desk-4' });
  const path = pairings.approvePairingCall.path.replace(':code', next.code);
  expect((await thief.ask(pairings.approvePairingCall, undefined, authorization, path)).code).toBe(
    'origin-refused',
  );
  expect((await browser.ask(operators.beginPasskeyCall)).status).toBe(200);
});

it.each(weakening)('a command token that was stolen opens nothing for $method $path', async (call) => {
  const stolen = await operatorOf(world, 'Lin', world.clock.at - limits.verificationFresh);
  const refused = await stolen.ask(call.method, pathOf(call), bodyOf(call));
  expect(refused).toMatchObject({ status: 403, code: 'verification-needed' });
  const paired = await operatorOf(world, 'Wu', world.clock.at);
  const heard = await paired.ask(call.method, pathOf(call), bodyOf(call));
  expect(heard.code).not.toBe('verification-needed');
});

it.each(lettingIn)('a command token, paired a moment ago, begets nothing by $method $path', async (call) => {
  const paired = await operatorOf(world, 'Lin', world.clock.at);
  const refused = await paired.ask(call.method, pathOf(call), bodyOf(call));
  expect(refused).toMatchObject({ status: 403, code: 'origin-refused' });
});
