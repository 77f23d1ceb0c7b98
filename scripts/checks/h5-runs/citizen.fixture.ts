import { join } from 'node:path';
import { rollOfPerson } from '../../stand-ins/phone/camera-roll.ts';
import { onAnotherDay } from '../../stand-ins/phone/on-another-day.ts';
import { type Person as Citizen, readPerson } from '../../stand-ins/phone/read-people.ts';
import { speechFromFile, speechOf } from '../../stand-ins/phone/speech.ts';
import type { Person } from './person-before-phone.ts';

const people = join(import.meta.dirname, '..', '..', 'people');
const devices = join(import.meta.dirname, 'fake-devices');

/** A citizen of the register who does and says what a phone asks for. */
export interface Reader extends Citizen, Person {}

/**
 * A citizen who can read any digits: the enrolment as it was recorded then, everything else in the voice of another day.
 */
export async function readerOf(name: 'p01' | 'p02'): Promise<Reader> {
  const citizen = await readPerson(people, name);
  const enrols = speechOf(citizen);
  const reads = speechOf(await onAnotherDay(citizen, devices));
  const enrolment = citizen.voice.segments.map(({ digit }) => digit).join('');
  return {
    ...citizen,
    roll: rollOfPerson(citizen),
    speech: (digits) => (digits === enrolment ? enrols(digits) : reads(digits)),
  };
}

/** That citizen, who reads other digits than are shown: `shown` must be what the phone shows. */
export function readingWrong(reader: Reader): { person: Person; shown: string } {
  const slips = reader.voice.phrases.filter(({ match }) => !match);
  const worst = slips.toSorted((a, b) => slipsIn(b) - slipsIn(a))[0];
  if (worst === undefined) throw new Error('no recording of other digits');
  return { person: { ...reader, speech: speechFromFile(worst.file) }, shown: worst.prompt };
}

function slipsIn({ prompt, spoken }: { prompt: string; spoken: string }): number {
  return [...prompt].filter((digit, place) => spoken[place] !== digit).length;
}
