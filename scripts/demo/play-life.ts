import { setTimeout as pause } from 'node:timers/promises';
import { readCredential } from '../../miniprogram/src/apply/07-credential.ts';
import { login } from '../../miniprogram/src/login/01-login.ts';
import { withdrawConsent } from '../../miniprogram/src/protect/consents.ts';
import { strengthen } from '../../miniprogram/src/protect/strengthen.ts';
import { watchPlace } from '../../miniprogram/src/protect/watch-place.ts';
import * as limits from '../../shared/limits.ts';
import type { RunningSandbox } from '../sandbox/start-processes.ts';
import { scriptAuthority } from '../stand-ins/phone/ask-sandbox.ts';
import { rollOfPerson } from '../stand-ins/phone/camera-roll.ts';
import { type Phone, pickUpPhone } from '../stand-ins/phone/pick-up-phone.ts';
import { playApplication, playMove, playProtection } from '../stand-ins/phone/play-journey.ts';
import { identityOf, type Person } from '../stand-ins/phone/read-people.ts';
import { speechOf } from '../stand-ins/phone/speech.ts';
import { type CaseResult, reasonOf, type StepTime } from './case-result.ts';
import type { Counters } from './open-counters.ts';
import { playCheck } from './play-check.ts';
import { keptBeside, searchOf } from './search-of.ts';

type Tell = (result: CaseResult, steps: readonly StepTime[]) => void;

/** An open phone that lost its place says so within this. */
const toldWithin = 1000;

/**
 * A credential's life after its first day: another phone takes over, brings it along, and is strict a day later by the clock; the ID card is
 * lost and found; the phone is lost, and its owner applies again and takes consent back. Nothing is thrown: an error is a result. The clock of all processes is ahead
 * afterwards.
 */
export async function playLife(
  { sandbox, counters }: { sandbox: RunningSandbox; counters: Counters },
  person: Person,
  tell: Tell,
): Promise<void> {
  const account = `${person.id}-life`;
  const seen = { roll: rollOfPerson(person), speech: speechOf(person) };
  const pickUp = async (): Promise<Phone> => {
    const phone = await pickUpPhone(sandbox, account);
    phone.platform.seen = seen;
    return phone;
  };
  const typed = { identity: identityOf(person) };
  const stateOf = async ({ holder }: Phone): Promise<string> => {
    const { state, level = '', strictFrom } = await readCredential(holder);
    return `${state} ${level}${strictFrom === undefined ? '' : ', strict later'}`.trim();
  };
  const atTheWindow = async (phone: Phone, expected: 'pass' | 'fail' | 'refused'): Promise<void> => {
    const check = { name: '', expected, scene: 'gov-window', purpose: 'handle-affairs', seen } as const;
    const place = { counter: counters.office, fixDigits: async () => undefined };
    const { actual, reason } = await playCheck(
      phone,
      person.id,
      { ...check, digits: () => undefined },
      place,
    );
    if (actual !== expected) throw new Error(`at the window: ${actual} (${reason}), not ${expected}`);
  };
  /** Plays one case, which says what came of it; anything but that is an error. */
  const play = async (name: string, wanted: string, scene: () => Promise<string>): Promise<void> => {
    await scriptAuthority(sandbox, { name: 'forgive' });
    const began = performance.now();
    const said = await scene().catch(reasonOf);
    const [actual, reason] = said.startsWith(wanted) ? (['pass', said] as const) : (['error', said] as const);
    const msTotal = Math.round(performance.now() - began);
    tell(
      { case: name, person: person.id, expected: 'pass', actual, reason, msVerdictToCounter: null, msTotal },
      [],
    );
  };

  let old: Phone;
  let present: Phone;
  await play('takeover', 'told after', async () => {
    old = await pickUp();
    // As if an officer had seen the card.
    await scriptAuthority(sandbox, { name: 'stub-decision', outcome: 'pass', level: 'strict', times: 1 });
    await playApplication(old.holder, typed);
    const lost = new Promise<number>((resolve) => {
      watchPlace(old.holder, 0, { told: () => undefined, lost: () => resolve(performance.now()) });
    });
    const began = performance.now();
    present = await pickUp();
    const after = Math.round((await lost) - began);
    if (after > toldWithin) return `not before ${after} ms`;
    return `told after ${after} ms, ${await stateOf(present)}`;
  });
  await play('move', 'active strict', async () => {
    await playMove(present.holder, typed);
    const first = await stateOf(present);
    if (first !== 'active basic, strict later') return first;
    await atTheWindow(present, 'refused');
    await sandbox.setClock(limits.strictWait);
    await login(present.holder);
    await atTheWindow(present, 'pass');
    return await stateOf(present);
  });
  await play('card lost and found', 'active strict', async () => {
    await strengthen(present.holder, 'report-card');
    await atTheWindow(present, 'fail');
    await playProtection(present.holder, 'withdraw-card-report');
    return await stateOf(present);
  });
  let next: Phone;
  await play('phone lost, applied again', 'active basic', async () => {
    next = await pickUp();
    const { state, reason } = await strengthen(next.holder, 'report-phone');
    if (state !== 'void') return `${state} ${reason}`;
    await playApplication(next.holder, typed);
    return await stateOf(next);
  });
  await play('consent withdrawn', 'nothing left', async () => {
    const { handle = '' } = await readCredential(next.holder);
    const search = searchOf(sandbox.sandbox, { handle, device: next.holder.device.thumbprint });
    if (search().length === 0) return 'nothing was there';
    await withdrawConsent(next.holder, 'face');
    for (const end = performance.now() + toldWithin; search().length > 0; await pause(20))
      if (performance.now() > end) return `left in ${search().join(', ')}`;
    return `nothing left of person, handle and phone but ${keptBeside}, ${await stateOf(next)}`;
  });
}
