import { captureFace } from '../../miniprogram/src/attempt/04-capture-face.ts';
import { agreeForWard } from '../../miniprogram/src/family/agree-for-ward.ts';
import { giveCode } from '../../miniprogram/src/family/give-code.ts';
import { listDelegations } from '../../miniprogram/src/family/list-delegations.ts';
import { wardRequests } from '../../miniprogram/src/family/ward-requests.ts';
import { login } from '../../miniprogram/src/login/01-login.ts';
import { readReceipt } from '../../miniprogram/src/receipt/01-read-receipt.ts';
import type { DelegationView } from '../../shared/contract/family/terms.ts';
import * as limits from '../../shared/limits.ts';
import { birthDateIn } from '../../shared/resident-id.ts';
import type { Kin } from '../../shared/sample/kin.ts';
import type { RunningSandbox } from '../sandbox/start-processes.ts';
import { playBinding } from '../stand-ins/officer/play-binding.ts';
import { appointOfficer, sandboxCard } from '../stand-ins/officer/play-raise.ts';
import { scriptAuthority } from '../stand-ins/phone/ask-sandbox.ts';
import { rollOfPerson } from '../stand-ins/phone/camera-roll.ts';
import { pickUpPhone } from '../stand-ins/phone/pick-up-phone.ts';
import { playApplication } from '../stand-ins/phone/play-journey.ts';
import { identityOf, readPerson } from '../stand-ins/phone/read-people.ts';
import { scriptedPlatform } from '../stand-ins/phone/scripted-platform.ts';
import { speechOf } from '../stand-ins/phone/speech.ts';
import { sandboxTerminal } from '../stand-ins/terminal/sandbox-terminal.ts';
import { type CaseResult, isAsExpected, reasonOf } from './case-result.ts';
import type { Counters } from './open-counters.ts';
import { playCheck } from './play-check.ts';

/** Who is played, of this repository's people: a child of ten, a parent, and the officer who binds the two. */
export const child = 'c02';
const [parent, atThePoint] = ['p05', 'p06'];
const hotel = 'cnt_sandbox-hotel-1';

/**
 * A child of ten is bound to a parent by the parent's card and the birth certificate, checks in at a hotel by the own face on the parent's phone, and at the hotel's terminal while
 * the parent, elsewhere, only consents; the parent's face is not the child's; a year later it has ended by itself. Nothing is thrown: an error is a result. The clock of
 * all processes is ahead afterwards.
 */
export async function playFamily(
  { sandbox, counters }: { sandbox: RunningSandbox; counters: Counters },
  people: string,
): Promise<CaseResult[]> {
  const results: CaseResult[] = [];
  const [ward, guardian, officer] = await Promise.all(
    [child, parent, atThePoint].map((id) => readPerson(people, id)),
  );
  if (ward === undefined || guardian === undefined || officer === undefined)
    throw new Error('nobody to play');
  const phone = await pickUpPhone(sandbox, `${guardian.id}-family`);
  const { holder } = phone;
  const own = { roll: rollOfPerson(guardian), speech: speechOf(guardian) };
  const faceAlone = { face: true, voice: false };
  let bound: DelegationView | undefined;

  /** Plays one case, which answers how it ended. @returns whether it ended as it must */
  async function play(name: string, ending: string, scene: () => Promise<string>): Promise<boolean> {
    await scriptAuthority(sandbox, { name: 'forgive' });
    const began = performance.now();
    const said = await scene().catch(reasonOf);
    const result: CaseResult = {
      ...{ case: name, person: ward?.id ?? '', expected: 'pass', actual: said === ending ? 'pass' : 'error' },
      ...{ reason: said, msVerdictToCounter: null, msTotal: Math.round(performance.now() - began) },
    };
    results.push(result);
    return isAsExpected(result);
  }

  async function atHotel(name: string, expected: 'pass' | 'fail', seen: typeof own): Promise<void> {
    await scriptAuthority(sandbox, { name: 'forgive' });
    const check = { name, expected, seen, faceAlone: true, digits: () => undefined } as const;
    const where = { scene: 'hotel', purpose: 'check-in', ward: bound?.delegationId ?? '' } as const;
    const place = { counter: counters.hotel, fixDigits: async () => undefined };
    results.push(await playCheck(phone, ward?.id ?? '', { ...check, ...where }, place));
  }

  const isBound = await play('child bound', 'passed', async () => {
    phone.platform.seen = own;
    const applied = await playApplication(holder, { identity: identityOf(guardian) }, { consent: faceAlone });
    if (applied.state !== 'passed') return `application ${applied.state}`;
    const { name, idNumber } = ward;
    const paper = {
      name,
      idNumber,
      validFrom: birthDateIn(idNumber) ?? '',
      validUntil: 'long-term',
      chip: null,
    };
    const kin: Kin = {
      ...{ ward: paper, document: 'birth', documentNumber: 'B20160307', relation: 'child' },
      ...{ scenes: ['hotel', 'hospital'], consents: false },
    };
    const card = sandboxCard(guardian.id);
    const there = await appointOfficer(sandbox, officer);
    const { state } = await playBinding(there, phone, { card, kin, owner: { consent: faceAlone } });
    [bound] = (await listDelegations(holder)).delegations;
    return state;
  });
  if (!isBound || bound === undefined) return results;
  const { delegationId } = bound;
  const wardSeen = { roll: rollOfPerson(ward), speech: speechOf(guardian) };
  await atHotel('child checked in', 'pass', wardSeen);
  await atHotel("parent's face for the child", 'fail', own);

  await play('parent elsewhere consents', 'passed', async () => {
    const terminal = await sandboxTerminal(sandbox, hotel);
    const { code } = await giveCode(holder, { delegationId, asks: 'each-time' });
    const { sessionId, slip } = await terminal.openWard('hotel', 'check-in', code);
    const [request] = await wardRequests(holder);
    if (request === undefined) return 'the parent was not asked';
    await agreeForWard(holder, request);
    const camera = scriptedPlatform({ platformUrl: sandbox.platformUrl, account: 'terminal' });
    camera.seen = wardSeen;
    await terminal.takeFace(sessionId, (prompts) => captureFace(camera, prompts, () => undefined));
    const { state } = (await counters.hotel.awaitEnd(sessionId, 10_000)).view;
    const copy = await readReceipt(holder, { ...slip, copy: true });
    return copy?.claims.sessionId === sessionId ? state : "no copy of the child's";
  });
  await play('ended by itself a year later', 'ended', async () => {
    await sandbox.setClock(limits.strictWait + limits.delegationLifetime);
    await login(holder);
    const { delegations } = await listDelegations(holder);
    return delegations.find((each) => each.delegationId === delegationId)?.state ?? 'unknown';
  });
  return results;
}
