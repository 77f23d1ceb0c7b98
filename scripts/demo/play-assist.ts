import { readTrust } from '../sandbox/read-running.ts';
import type { RunningSandbox } from '../sandbox/start-processes.ts';
import { attend } from '../stand-ins/officer/attendant.ts';
import { appointOfficer, sandboxCard } from '../stand-ins/officer/play-raise.ts';
import type { Person } from '../stand-ins/phone/read-people.ts';
import { type CaseResult, reasonOf } from './case-result.ts';
import { demoPin } from './play-raise.ts';

const window = { rpId: 'rp_sandbox-gov', counterId: 'cnt_sandbox-gov-1' };

/**
 * The citizen comes to the window of an office without a phone and without a face: an attendant, who is another citizen, lays the card on the
 * reader, and the citizen types a PIN; a wrong one brings them nowhere. Nothing is thrown: an error is a result.
 */
export async function playAssisted(
  sandbox: RunningSandbox,
  { person, attendant }: { person: Person; attendant: Person },
): Promise<CaseResult[]> {
  const results: CaseResult[] = [];
  try {
    const { root } = readTrust(sandbox.sandbox);
    const there = attend(await appointOfficer(sandbox, attendant, window), root);
    for (const [name, pin, expected] of [
      ['assisted', demoPin, 'pass'],
      ['assisted-wrong-pin', '314159', 'fail'],
    ] as const) {
      const began = performance.now();
      const { sessionId } = await there.openCheck({ scene: 'gov-window', purpose: 'handle-affairs' });
      const { state } = await there.assist(sessionId, sandboxCard(person.id), { pin });
      const actual = state === 'passed' ? 'pass' : state === 'failed' ? 'fail' : 'error';
      results.push({
        ...{ case: name, person: person.id, expected, actual, reason: actual === 'error' ? state : '' },
        ...{ msVerdictToCounter: null, msTotal: Math.round(performance.now() - began) },
      });
    }
  } catch (problem) {
    const failed = { case: 'assisted', person: person.id, expected: 'pass', actual: 'error' } as const;
    results.push({ ...failed, reason: reasonOf(problem), msVerdictToCounter: null, msTotal: 0 });
  }
  return results;
}
