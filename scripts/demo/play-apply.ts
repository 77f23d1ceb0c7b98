import { rollOfPerson } from '../stand-ins/phone/camera-roll.ts';
import type { Phone } from '../stand-ins/phone/pick-up-phone.ts';
import { playApplication } from '../stand-ins/phone/play-journey.ts';
import { identityOf, type Person } from '../stand-ins/phone/read-people.ts';
import { speechOf } from '../stand-ins/phone/speech.ts';
import { type CaseResult, reasonOf } from './case-result.ts';

/** The citizen applies, as often as the authority lets one try. */
export async function playApply({ holder, platform }: Phone, person: Person): Promise<CaseResult> {
  const began = performance.now();
  const result = (actual: CaseResult['actual'], reason: string): CaseResult => ({
    case: 'apply',
    person: person.id,
    expected: 'issued',
    ...{ actual, reason },
    msVerdictToCounter: null,
    msTotal: Math.round(performance.now() - began),
  });
  try {
    platform.seen = { roll: rollOfPerson(person), speech: speechOf(person) };
    const view = await playApplication(holder, { identity: identityOf(person) });
    const hints = (view.hints ?? []).join(' ');
    if (view.state === 'passed') return result('issued', '');
    return view.state === 'failed' ? result('fail', hints) : result('error', view.state);
  } catch (problem) {
    return result('error', reasonOf(problem));
  }
}
