import { join } from 'node:path';
import { agreeForWard } from '../../../../miniprogram/src/family/agree-for-ward.ts';
import { giveCode } from '../../../../miniprogram/src/family/give-code.ts';
import { listDelegations } from '../../../../miniprogram/src/family/list-delegations.ts';
import { wardRequests } from '../../../../miniprogram/src/family/ward-requests.ts';
import { slipAddress } from '../../../../shared/receipt/slip-address.ts';
import type { Kin } from '../../../../shared/sample/kin.ts';
import { playBinding } from '../../../stand-ins/officer/play-binding.ts';
import { appointOfficer, sandboxCard } from '../../../stand-ins/officer/play-raise.ts';
import { scriptAuthority } from '../../../stand-ins/phone/ask-sandbox.ts';
import { pickUpPhone } from '../../../stand-ins/phone/pick-up-phone.ts';
import { enrol } from '../../../stand-ins/phone/play-journey.ts';
import { identityOf, readPerson } from '../../../stand-ins/phone/read-people.ts';
import { anySamples } from '../../../stand-ins/phone/stand-in-platform.ts';
import { sandboxTerminal } from '../../../stand-ins/terminal/sandbox-terminal.ts';
import type { World } from './world.ts';

const people = join(import.meta.dirname, '..', '..', '..', 'people');
const addresses = new WeakMap<World, Promise<string>>();
const anyFrame = () => [{ atMs: 0, prompt: null, jpeg: new Uint8Array(10_000).fill(5) }];

/** A child passes at a terminal of the hotel, once in each world; no other scene shows its guardian. @returns the address of the child's copy */
export async function copyOfChild(world: World): Promise<string> {
  const there = addresses.get(world) ?? play(world);
  addresses.set(world, there);
  return await there;
}

async function play({ running }: World): Promise<string> {
  const passes = (sessionId?: string) =>
    scriptAuthority(running, {
      ...{ name: 'stub-decision', outcome: 'pass', times: 1 },
      ...(sessionId && { sessionId }),
    });
  const [guardian, officer, { name, idNumber }] = await Promise.all([
    readPerson(people, 'p06'),
    readPerson(people, 'p07'),
    readPerson(people, 'c02'),
  ]);
  const { holder } = await pickUpPhone(running, 'shown-guardian', { samples: anySamples });
  await passes();
  await enrol(holder, { identity: identityOf(guardian) });
  const kin: Kin = {
    ward: { name, idNumber, validFrom: '2020-01-01', validUntil: 'long-term', chip: null },
    ...{ document: 'birth', documentNumber: 'B12345678', relation: 'child', scenes: ['hotel'] },
    consents: false,
  };
  await passes();
  const owner = { consent: { face: true, voice: false } };
  await playBinding(
    await appointOfficer(running, officer),
    { holder },
    { card: sandboxCard('p06'), kin, owner },
  );
  const [bound] = (await listDelegations(holder)).delegations;
  if (bound === undefined) throw new Error('the child was not bound');

  const terminal = await sandboxTerminal(running, 'cnt_sandbox-hotel-2');
  const { code } = await giveCode(holder, { delegationId: bound.delegationId, asks: 'each-time' });
  const { sessionId, slip } = await terminal.openWard('hotel', 'check-in', code);
  await passes(sessionId);
  const [request] = await wardRequests(holder);
  if (request === undefined) throw new Error('the guardian was not asked');
  await agreeForWard(holder, request);
  await terminal.takeFace(sessionId, anyFrame);
  return slipAddress(running.bffUrl, slip);
}
