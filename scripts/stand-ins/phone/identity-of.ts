import type { Identity } from '../../../shared/sample/samples.ts';
import type { Person } from './read-people.ts';

/** What the citizen types into the form. Synthetic cards never run out. */
export function identityOf({ name, idNumber }: Person): Identity {
  return { name, idNumber, validUntil: 'long-term' };
}
