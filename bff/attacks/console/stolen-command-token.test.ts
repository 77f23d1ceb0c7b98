import { expect, it } from 'vitest';
import * as keys from '../../../shared/contract/operator/counter-keys.ts';
import * as counters from '../../../shared/contract/operator/counters.ts';
import { resolveDisputeCall } from '../../../shared/contract/operator/disputes.ts';
import { importCall } from '../../../shared/contract/operator/imports.ts';
import * as operators from '../../../shared/contract/operator/operators.ts';
import * as pairings from '../../../shared/contract/operator/pairings.ts';
import { approveProposalCall, proposeCall } from '../../../shared/contract/operator/proposals.ts';
import * as parties from '../../../shared/contract/operator/relying-parties.ts';
import {
  addWebhookCall,
  changeWebhookCall,
  rotateWebhookCall,
} from '../../../shared/contract/operator/webhooks.ts';
import type { Call } from '../../../shared/contract/schema.ts';
import * as limits from '../../../shared/limits.ts';
import { operatorApi } from '../../src/http/surfaces/api.ts';
import { operatorOf } from '../world/operator.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';
import { firstOperator, openBrowser } from './console.fixture.ts';

const world = await startWorld();

/** What gives access anew or weakens. */
const weakening: Call[] = [
  ...[proposeCall, approveProposalCall, parties.setEncryptionKeyCall, counters.setOriginsCall],
  ...[parties.addRelyingPartyCall, parties.changeScenesCall, parties.setRpQuotasCall, importCall],
  ...[counters.addCounterCall, counters.setCounterQuotasCall, keys.addKeyCall, keys.rotateKeyCall],
  ...[addWebhookCall, changeWebhookCall, rotateWebhookCall, operators.revokeOperatorCall],
  resolveDisputeCall,
];

/** What begets another way in. */
const lettingIn: Call[] = [
  ...[operators.beginPasskeyCall, operators.addPasskeyCall, operators.removePasskeyCall],
  ...[operators.inviteOperatorCall, pairings.approvePairingCall],
];

/** What opens nothing and weakens nothing: it ends, watches, takes back, names anew by the registrar's word, or tells again. */
const harmless = new Set<string>([
  ...['verifyOperator', 'beginVerification', 'revokeToken', 'refusePairing'],
  ...['renameRelyingParty', 'registerCounterAnew', 'watchRelyingParty'],
  ...['revokeRelyingParty', 'revokeCounter', 'revokeCounterKey', 'withdrawProposal'],
  ...['addAcceptancePoint', 'changeAcceptancePoint', 'revokeAcceptancePoint'],
  ...['addTerminalOwner', 'changeTerminalOwner', 'revokeTerminalOwner'],
  ...['pauseWebhook', 'resumeWebhook', 'revokeWebhook', 'testWebhook', 'replayDelivery', 'replayDead'],
]);

const ids: Record<string, string> = {
  ...{ rpId: 'rp_hotel', counterId: 'cnt_hotel-1', proposalId: 'prp_Qm9va3NhcmVmb3JldmVyMA' },
  ...{ webhookId: 'whk_Qm9va3NhcmVmb3JldmVyMA', operatorId: 'opr_Qm9va3NhcmVmb3JldmVyMA' },
  ...{ passkeyId: 'kUYzXzR4i0oPq3mBq9d3Vw', code: 'WDJB-MJHT' },
};
const pathOf = ({ path }: Call) =>
  path.replace('/operator/v1', '').replace(/:(\w+)/g, (_, name: string) => ids[name] ?? name);
const bodyOf = ({ body }: Call) => (body === undefined ? {} : { body: {} });

it('nothing that an operator changes is left out of the three lists', () => {
  const listed = new Set([...weakening, ...lettingIn]);
  const changing = Object.entries(operatorApi).filter(
    ([, { kind, call }]) => kind === 'operator' && call.method !== 'GET',
  );
  for (const [name, { call }] of changing)
    expect([name, listed.has(call), call.verified !== undefined]).toEqual(
      harmless.has(name) ? [name, false, false] : [name, true, true],
    );
});

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
