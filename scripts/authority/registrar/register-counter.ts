import { Value } from 'typebox/value';
import {
  Registrant,
  type RegistrarClaims,
  type Registration,
  type RegistrationClaims,
} from '../../../shared/contract/authority/registration.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import { scenes } from '../../../shared/scenes.ts';
import { issuer } from '../keys/key-ring.ts';
import type { KeyRing } from '../ports/authority-ports.ts';
import type { CounterTable, NameTable } from '../ports/store.ts';
import { registerName } from './register-name.ts';

const lifetimes = {
  registrar: limits.registrarLifetime / 1000,
  statement: limits.registrationLifetime / 1000,
};

/**
 * Registers a counter, or brings up to date what is said about it: from now on challenges name it so, and the answer lets everybody
 * who trusts the root check who it is.
 * @param at.now epoch milliseconds
 * @throws Problem request-invalid where a name is none that people can read, name-taken where the brand is another's,
 * id-taken where the counter is, scenes-invalid where it
 * is to open what officers open and something else too
 */
export function registerCounter(
  at: {
    keys: KeyRing;
    counters: CounterTable;
    names: NameTable;
    now: number;
  },
  registrant: Registrant,
): Registration {
  const { keys, counters, names, now } = at;
  if (!Value.Check(Registrant, registrant)) throw new Problem('request-invalid');
  if (!mayOpen(registrant)) throw new Problem('scenes-invalid');
  const known = counters.find(registrant.counterId);
  if (known !== undefined && known.rpId !== registrant.rpId) throw new Problem('id-taken');
  registerName(names, registrant);
  const iat = Math.floor(now / 1000);
  const signed = { iss: issuer, iat, sandbox: true };
  const registrar: RegistrarClaims = { ...signed, exp: iat + lifetimes.registrar, ...keys.registrar() };
  const statement: RegistrationClaims = { ...signed, exp: iat + lifetimes.statement, ...registrant };
  counters.put(registrant);
  return {
    registrar: keys.signByRoot('lz-registrar+jwt', registrar),
    statement: keys.signByRegistrar('lz-registration+jwt', statement),
  };
}

/** What officers open stands alone: such a counter opens no check of its own, and officers only at those that the administrator made a point of. */
function mayOpen({ scenes: asked }: Registrant): boolean {
  const byOfficers = asked.filter((scene) => scenes[scene].openedBy === 'officer');
  return byOfficers.length === 0 || byOfficers.length === asked.length;
}
