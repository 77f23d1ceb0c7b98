import type { RunningSandbox } from '../sandbox/start-processes.ts';
import { appointOfficer, playRaise, sandboxCard } from '../stand-ins/officer/play-raise.ts';
import { scriptAuthority } from '../stand-ins/phone/ask-sandbox.ts';
import { rollOfPerson } from '../stand-ins/phone/camera-roll.ts';
import type { Phone } from '../stand-ins/phone/pick-up-phone.ts';
import type { Owner } from '../stand-ins/phone/play-journey.ts';
import type { Person } from '../stand-ins/phone/read-people.ts';
import { speechOf } from '../stand-ins/phone/speech.ts';
import { type CaseResult, reasonOf } from './case-result.ts';
import { phrasesOf } from './plan-checks.ts';

/** What the citizen chooses at the acceptance point. */
export const demoPin = '271828';

/**
 * The citizen goes to an acceptance point: an officer, who is another citizen, sees the card and raises the credential. Nothing is thrown: an
 * error is a result.
 */
export async function playAtPoint(
  sandbox: RunningSandbox,
  phone: Phone,
  { person, officer }: { person: Person; officer: Person },
): Promise<CaseResult> {
  const began = performance.now();
  const result = (actual: CaseResult['actual'], reason: string): CaseResult => ({
    ...{ case: 'raise', person: person.id, expected: 'pass', actual, reason },
    ...{ msVerdictToCounter: null, msTotal: Math.round(performance.now() - began) },
  });
  try {
    phone.platform.seen = { roll: rollOfPerson(person), speech: speechOf(person) };
    // What earlier cases showed is forgotten, so that the same recorded phrases may be said once more.
    await scriptAuthority(sandbox, { name: 'forget-samples' });
    const [digits = ''] = phrasesOf(person);
    const owner = (sessionId: string): Owner => ({
      async agrees() {
        await scriptAuthority(sandbox, { name: 'fixed-challenge', sessionId, digits, times: 1 });
        return true;
      },
    });
    const there = await appointOfficer(sandbox, officer);
    const card = sandboxCard(person.id);
    const { state, hints = [] } = await playRaise(there, phone, { card, owner, pin: demoPin });
    if (state === 'passed') return result('pass', '');
    return state === 'failed' ? result('fail', hints.join(' ')) : result('error', state);
  } catch (problem) {
    return result('error', reasonOf(problem));
  }
}
