import { makeCitizen } from '../../scripts/stand-ins/phone/make-citizen.ts';
import type { Identity } from '../../shared/sample/samples.ts';

/** The made-up citizen of that number. */
export function citizen(number: number): Identity {
  return makeCitizen(number, `公民${number}`);
}
