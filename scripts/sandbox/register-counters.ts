import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { Value } from 'typebox/value';
import type { Random } from '../../shared/bytes/random.ts';
import {
  type Registrant,
  RegistrarClaims,
  type Registration,
  RegistrationClaims,
} from '../../shared/contract/authority/registration.ts';
import * as limits from '../../shared/limits.ts';
import { RegistrationRefused, verifyRegistration } from '../../shared/registration/verify-registration.ts';
import { openKeyRing } from '../authority/keys/key-ring.ts';
import { registerCounter } from '../authority/registrar/register-counter.ts';
import { registerName } from '../authority/registrar/register-name.ts';
import { databaseFileName, openStore } from '../authority/store/open-store.ts';
import { makeRegistry } from './make-registry.ts';
import { pointsSeed } from './points-seed.ts';
import type { Sandbox } from './sandbox.ts';

const forms = {
  registrar: (claims: unknown): claims is RegistrarClaims => Value.Check(RegistrarClaims, claims),
  statement: (claims: unknown): claims is RegistrationClaims => Value.Check(RegistrationClaims, claims),
};

/**
 * The sandbox authority's registrar at the desk: registers every counter of the sandbox, under the authority's root and in its
 * database, and leaves its statements in the registry. What is registered already, in the same words and for half its life still, is
 * left as it is. Acceptance points come too, as they are written down here; one that was revoked stays so.
 */
export function registerCounters(sandbox: Sandbox, random: Random, now: number): void {
  const authority = join(sandbox.folder, sandbox.authority.folder);
  const keys = openKeyRing(authority, random, now);
  const store = openStore(join(authority, databaseFileName));
  const { counters, names, points } = store;
  const latest = now + limits.registrationLifetime / 2;
  try {
    makeRegistry(sandbox, (registrant, before) => {
      registerName(names, registrant);
      const known = isDeepStrictEqual(counters.find(registrant.counterId), registrant);
      if (before !== undefined && known && saysStill(before, registrant)) return before;
      return registerCounter({ keys, counters, names, now }, registrant);
    });
    store.together(() => {
      for (const point of pointsSeed) {
        const { revokedAt, ...known } = points.find(point.pointId) ?? { revokedAt: undefined };
        if (revokedAt === undefined && !isDeepStrictEqual(known, point)) points.put(point);
      }
    });
  } finally {
    store.close();
  }

  function saysStill(registration: Registration, registrant: Registrant): boolean {
    try {
      const { claims, until } = verifyRegistration(registration, { root: keys.root(), sandbox: true, forms });
      const { iss: _iss, iat: _iat, exp: _exp, sandbox: _sandbox, ...said } = claims;
      return until > latest && isDeepStrictEqual(said, { ...registrant });
    } catch (refused) {
      if (refused instanceof RegistrationRefused) return false;
      throw refused;
    }
  }
}
