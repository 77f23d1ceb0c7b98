import { ceremonies } from '../../../shared/ceremonies.ts';
import type { PrivateAskerClaims } from '../../../shared/contract/authority/private-asker.ts';
import type {
  Registrant,
  RegistrarClaims,
  RegistrationClaims,
} from '../../../shared/contract/authority/registration.ts';
import type { AsksPrivately, HolderView, WhoAsks } from '../../../shared/contract/holder-view.ts';
import { idPattern } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import {
  RegistrationRefused,
  type VerifiedRegistration,
  verifyRegistration,
  verifyStatement,
} from '../../../shared/registration/verify-registration.ts';
import { sceneNames } from '../../../shared/scenes.ts';
import type { SessionState } from '../../../shared/sessions.ts';
import { shownNamePattern } from '../../../shared/shown-name.ts';
import { checkKeyList } from './check-key-list.ts';
import { flag, type Guard, list, oneOf, record, text, whole } from './guards.ts';
import type { Holder } from './holder.ts';
import { HolderProblem } from './holder-problem.ts';
import { noteKeyList } from './newest-key-list.ts';
import { isClockOff, judgingTime } from './server-time.ts';

/**
 * Who asks, by the names that the authority's registrar has signed: nothing else is shown to anybody. A private person has none: names and ids
 * are empty, and `meetingId` says in which meeting.
 */
export type Asker = Omit<WhoAsks, 'registration'> &
  Pick<Registrant, 'rpName' | 'counterName' | 'place'> & {
    /** The kid of the registrar who says so. */
    registrar: string;
    meetingId?: string;
  };

/** What a BFF says of a session, but for who asks. */
export type ToldView = Omit<HolderView, 'asks' | 'asksPrivately' | 'keyList'>;

/** A session as this phone knows it: who asks was checked. */
export type SessionView = ToldView & { asks?: Asker };

/** In these states the question may still be put, as after a reload. */
const mayBeShown: readonly SessionState[] = ['open', 'claimed', 'challenged'];

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
const isPrivateAsker: Guard<PrivateAskerClaims> = record({
  ...{ ...signed, asker: oneOf(['private-person']) },
  ...{ scene: oneOf(['peer']), purpose: oneOf(['meet']) },
});

/**
 * The view with the names that the registrar has signed for this very counter, checked by the pinned root: the BFF handed all of it
 * over and may be lying. Nobody is asked to agree before. As long as the question may be shown, the registrar must be on a key list that is
 * no older than the newest that this phone has seen: one that was struck names nobody any more.
 * @throws HolderProblem who-asks-unknown, clock-wrong
 */
export function checkWhoAsks(
  holder: Holder,
  { asks, asksPrivately, keyList, ...told }: HolderView,
): SessionView {
  const asker =
    asks === undefined ? asksPrivately && checkPrivateAsker(holder, asksPrivately) : checkNames(holder, asks);
  if (asker === undefined) return told;
  if (mayBeShown.includes(told.state)) demandStanding(holder, asker, keyList);
  return { ...told, asks: asker };
}

/** Another person asks: the authority says so of all of them, and of a business never. @throws HolderProblem who-asks-unknown, clock-wrong */
function checkPrivateAsker(holder: Holder, { meetingId, statement }: AsksPrivately): Asker {
  const { root, sandbox } = holder.trust;
  const expected = { root, sandbox, forms: { registrar: isRegistrar, statement: isPrivateAsker } };
  const verified = orUnconfirmed(holder, () => verifyStatement(statement, expected, 'lz-private-asker+jwt'));
  demandCurrent(holder, verified);
  const { registrar, claims } = verified;
  const { scene, purpose } = claims;
  const { level } = ceremonies.peer;
  const nameless = { rpId: '', rpName: '', counterId: '', counterName: '', place: '' };
  return { meetingId, scene, purpose, level, ...nameless, registrar };
}

/** As `checkWhoAsks`, before there is a session that this phone takes part in. @throws HolderProblem who-asks-unknown, clock-wrong */
export function checkAsker(holder: Holder, asks: WhoAsks, keyList: string): Asker {
  const asker = checkNames(holder, asks);
  demandStanding(holder, asker, keyList);
  return asker;
}

function checkNames(holder: Holder, { registration, ...request }: WhoAsks): Asker {
  const { root, sandbox } = holder.trust;
  const verified = orUnconfirmed(holder, () => verifyRegistration(registration, { root, sandbox, forms }));
  demandCurrent(holder, verified);
  const { claims, registrar } = verified;
  if (claims.rpId !== request.rpId) throw unconfirmed('other-rp');
  if (claims.counterId !== request.counterId) throw unconfirmed('other-counter');
  if (!claims.scenes.includes(request.scene)) throw unconfirmed('other-scene');
  const { rpName, counterName, place } = claims;
  return { ...request, rpName, counterName, place, registrar };
}

/** The registrar stands on the newest key list. @throws HolderProblem who-asks-unknown, clock-wrong */
function demandStanding(holder: Holder, { registrar }: Asker, jws: string | undefined): void {
  if (jws === undefined) throw unconfirmed('key-list-missing');
  const { trust, link } = holder;
  const expected = { trust, newestVersion: link.newestKeyList.version, now: judgingTime(holder) };
  const keyList = orUnconfirmed(holder, () => checkKeyList(jws, expected));
  noteKeyList(holder, keyList);
  if (!keyList.registrars.includes(registrar)) throw unconfirmed('registrar-struck');
}

function demandCurrent(
  holder: Holder,
  { from, until }: Pick<VerifiedRegistration<unknown>, 'from' | 'until'>,
): void {
  const now = judgingTime(holder);
  if (until + limits.clockSkew >= now && from - limits.clockSkew <= now) return;
  throw overOrClock(holder, unconfirmed('registration-over'));
}

function orUnconfirmed<Verified>(holder: Holder, verify: () => Verified): Verified {
  try {
    return verify();
  } catch (cause) {
    if (!(cause instanceof RegistrationRefused || cause instanceof HolderProblem)) throw cause;
    const unknown = unconfirmed(cause.why, cause);
    throw /^key-list-(expired|not-yet)$/.test(cause.why ?? '') ? overOrClock(holder, unknown) : unknown;
  }
}

function overOrClock(holder: Holder, over: HolderProblem): HolderProblem {
  return isClockOff(holder) ? new HolderProblem('clock-wrong', { cause: over }) : over;
}

function unconfirmed(why: string | undefined, cause?: unknown): HolderProblem {
  return new HolderProblem('who-asks-unknown', { ...(why === undefined ? {} : { why }), cause });
}
