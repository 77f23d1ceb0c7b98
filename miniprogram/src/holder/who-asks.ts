import type {
  Registrant,
  RegistrarClaims,
  RegistrationClaims,
} from '../../../shared/contract/authority/registration.ts';
import type { HolderView, WhoAsks } from '../../../shared/contract/holder-view.ts';
import { idPattern } from '../../../shared/ids.ts';
import { limits } from '../../../shared/limits.ts';
import {
  RegistrationRefused,
  type VerifiedRegistration,
  verifyRegistration,
} from '../../../shared/registration/verify-registration.ts';
import { sceneNames } from '../../../shared/scenes.ts';
import { shownNamePattern } from '../../../shared/shown-name.ts';
import { flag, type Guard, list, oneOf, record, text, whole } from './guards.ts';
import type { Holder } from './holder.ts';
import { HolderProblem } from './holder-problem.ts';
import { isClockOff, judgingTime } from './server-time.ts';

/** Who asks, by the names that the authority's registrar has signed: nothing else is shown to anybody. */
export type Asker = Omit<WhoAsks, 'registration'> & Pick<Registrant, 'rpName' | 'counterName' | 'place'>;

/** What a BFF says of a session, but for who asks. */
export type ToldView = Omit<HolderView, 'asks'>;

/** A session as this phone knows it: who asks was checked. */
export type SessionView = ToldView & { asks?: Asker };

const signed = { iss: text(), iat: whole(0), exp: whole(0), sandbox: flag };
const bits256 = text(/^[A-Za-z0-9_-]{43}$/);
const shown = text(new RegExp(shownNamePattern, 'u'));
const isRegistrar: Guard<RegistrarClaims> = record({
  ...signed,
  kid: text(),
  jwk: record({ kty: oneOf(['EC']), crv: oneOf(['P-256']), x: bits256, y: bits256 }),
});
const isStatement: Guard<RegistrationClaims> = record({
  ...signed,
  rpId: text(new RegExp(idPattern.rp)),
  rpName: shown,
  counterId: text(new RegExp(idPattern.cnt)),
  counterName: shown,
  place: shown,
  scenes: list(oneOf(sceneNames), 1),
  counterKey: bits256,
});
const forms = { registrar: isRegistrar, statement: isStatement };

/**
 * The view with the names that the registrar has signed for this very counter, checked by the pinned root: the BFF handed all of it
 * over and may be lying. Nobody is asked to agree before.
 * @throws HolderProblem who-asks-unknown, clock-wrong
 */
export function checkWhoAsks(holder: Holder, { asks, ...told }: HolderView): SessionView {
  return asks === undefined ? told : { ...told, asks: checkAsker(holder, asks) };
}

/** As `checkWhoAsks`, before there is a session that this phone takes part in. @throws HolderProblem who-asks-unknown, clock-wrong */
export function checkAsker(holder: Holder, { registration, ...request }: WhoAsks): Asker {
  const { claims, from, until } = verified(holder, registration);
  const now = judgingTime(holder);
  if (until + limits.clockSkew < now || from - limits.clockSkew > now) {
    const unknown = unconfirmed('registration-over');
    throw isClockOff(holder) ? new HolderProblem('clock-wrong', { cause: unknown }) : unknown;
  }
  if (claims.rpId !== request.rpId) throw unconfirmed('other-rp');
  if (claims.counterId !== request.counterId) throw unconfirmed('other-counter');
  if (!claims.scenes.includes(request.scene)) throw unconfirmed('other-scene');
  const { rpName, counterName, place } = claims;
  return { ...request, rpName, counterName, place };
}

function verified({ trust }: Holder, registration: WhoAsks['registration']): VerifiedRegistration {
  try {
    return verifyRegistration(registration, { root: trust.root, sandbox: trust.sandbox, forms });
  } catch (cause) {
    if (!(cause instanceof RegistrationRefused)) throw cause;
    throw unconfirmed(cause.why, cause);
  }
}

function unconfirmed(why: string, cause?: unknown): HolderProblem {
  return new HolderProblem('who-asks-unknown', { why, cause });
}
