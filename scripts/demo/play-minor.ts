import { birthDateIn } from '../../shared/resident-id.ts';
import { adultFrom, ageOn } from '../authority/register/age-on.ts';
import type { RunningSandbox } from '../sandbox/start-processes.ts';
import { rollOfPerson } from '../stand-ins/phone/camera-roll.ts';
import { readPerson } from '../stand-ins/phone/read-people.ts';
import { speechOf } from '../stand-ins/phone/speech.ts';
import type { CaseResult } from './case-result.ts';
import type { Counters } from './open-counters.ts';
import { playCheck } from './play-check.ts';
import { applyFirst } from './play-citizen.ts';

/** Who is played, of this repository's people. */
export const minor = 'c01';

/** A minor applies, is refused at a net bar and told why, and passes at a hotel. */
export async function playMinor(
  sandbox: RunningSandbox,
  counters: Counters,
  people: string,
): Promise<CaseResult[]> {
  const person = await readPerson(people, minor);
  const age = ageOn(birthDateIn(person.idNumber) ?? '', Date.now());
  if (age >= adultFrom) throw new RangeError(`${minor} is ${age} by now: make a younger one`);
  const { phone, result } = await applyFirst(sandbox, person);
  if (phone === undefined) return [result];
  const seen = { roll: rollOfPerson(person), speech: speechOf(person) };
  const asked = { seen, faceAlone: true, digits: () => undefined } as const;
  const place = (counter: Counters['hotel']) => ({ counter, fixDigits: async () => undefined });
  const atNetBar = await playCheck(
    phone,
    person.id,
    { ...asked, name: 'net-bar-minor', expected: 'fail', scene: 'net-bar', purpose: 'log-on' },
    place(counters.netBar),
  );
  // Refused for the age and nothing else: the phone alone is told.
  const refused = atNetBar.reason === 'not-of-age' ? atNetBar : { ...atNetBar, actual: 'error' as const };
  return [
    result,
    refused,
    await playCheck(
      phone,
      person.id,
      { ...asked, name: 'minor-hotel', expected: 'pass', scene: 'hotel', purpose: 'check-in' },
      place(counters.hotel),
    ),
  ];
}
