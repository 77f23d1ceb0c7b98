import { join } from 'node:path';
import { list, record, whole } from '../../../miniprogram/src/holder/guards.ts';
import { type Person, readJson } from './read-people.ts';

const isTime = (value: unknown): value is number => typeof value === 'number' && value >= 0;
const isBank = record({ segments: list(record({ digit: whole(0), start: isTime, end: isTime }), 10, 10) });

/**
 * The citizen whose phrases are composed of digits spoken on another day than the enrolment, so that they are no copies of it.
 * @param devices the folder with `<id>-bank.wav` and `<id>-bank.json`
 * @throws Error where the folder has none of the citizen
 */
export async function onAnotherDay(person: Person, devices: string): Promise<Person> {
  const { segments } = await readJson(join(devices, `${person.id}-bank.json`), isBank);
  const enrolment = join(devices, `${person.id}-bank.wav`);
  return { ...person, voice: { enrolment, segments, phrases: [] } };
}
