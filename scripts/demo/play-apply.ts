import { apply } from '../../miniprogram/src/apply/apply.ts';
import { rollOfPerson } from '../stand-ins/phone/camera-roll.ts';
import { identityOf } from '../stand-ins/phone/identity-of.ts';
import type { Person } from '../stand-ins/phone/read-people.ts';
import { speechOf } from '../stand-ins/phone/speech.ts';
import type { CaseResult } from './case-result.ts';
import type { Phone } from './pick-up-phone.ts';
import { reasonOf } from './reason-of.ts';

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
    platform.stage = { roll: rollOfPerson(person), speech: speechOf(person) };
    const view = await apply(holder, {
      identity: identityOf(person),
      consent: { face: true, voice: true },
      triesAgain: async () => true,
      prompt: () => undefined,
      digits: () => undefined,
    });
    const hints = (view.hints ?? []).join(' ');
    if (view.state === 'passed') return result('issued', '');
    return view.state === 'failed' ? result('fail', hints) : result('error', view.state);
  } catch (problem) {
    return result('error', reasonOf(problem));
  }
}
