import type { RunningSandbox } from '../sandbox/start-processes.ts';
import { scriptAuthority } from '../stand-ins/phone/ask-sandbox.ts';
import { type Phone, pickUpPhone } from '../stand-ins/phone/pick-up-phone.ts';
import type { Person } from '../stand-ins/phone/read-people.ts';
import { type CaseResult, reasonOf, type StepTime } from './case-result.ts';
import type { Counters } from './open-counters.ts';
import { playApply } from './play-apply.ts';
import { type Check, playCheck } from './play-check.ts';
import { timeSteps } from './time-steps.ts';

type Tell = (result: CaseResult, steps: readonly StepTime[]) => void;

interface Timed {
  /** The times of the phone's steps since the last call. */
  takeTimes(): StepTime[];
}

/** A citizen who has, or has not, got a credential. */
export interface Applied {
  phone?: Phone & Timed;
  result: CaseResult;
  steps: readonly StepTime[];
}

/** Logs in on a fresh phone and applies. Nothing is thrown: an error is a result. */
export async function applyFirst(sandbox: RunningSandbox, person: Person): Promise<Applied> {
  try {
    let takeTimes = (): StepTime[] => [];
    const phone = await pickUpPhone(sandbox, person.id, {
      prepare: (platform) => {
        takeTimes = timeSteps(platform);
      },
    });
    const result = await playApply(phone, person);
    return { phone: { ...phone, takeTimes }, result, steps: takeTimes() };
  } catch (problem) {
    return { result: failedCase('apply', person.id, 'issued', reasonOf(problem)), steps: [] };
  }
}

/** Plays the checks of one citizen one after the other. */
export async function playChecks(
  { sandbox, counters }: { sandbox: RunningSandbox; counters: Counters },
  { phone, person, checks }: { phone: Phone & Timed; person: Person; checks: readonly Check[] },
  tell: Tell,
): Promise<void> {
  for (const check of checks) {
    // Each case is one attacker's whole day: what an earlier one left behind must not decide it.
    await scriptAuthority(sandbox, { name: 'forgive' });
    const result = await playCheck(phone, person.id, check, {
      counter: check.scene === 'gov-window' ? counters.office : counters.hotel,
      fixDigits: (sessionId, digits) =>
        scriptAuthority(sandbox, { name: 'fixed-challenge', sessionId, digits, times: 1 }),
    });
    tell(result, phone.takeTimes());
  }
}

/** A case that could not be played. */
export function failedCase(
  name: string,
  person: string,
  expected: CaseResult['expected'],
  reason: string,
): CaseResult {
  return { case: name, person, expected, actual: 'error', reason, msVerdictToCounter: null, msTotal: 0 };
}
