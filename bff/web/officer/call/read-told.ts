import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { decodeBase64url } from '../../../../shared/bytes/base64url.ts';
import type { Ceremony } from '../../../../shared/ceremonies.ts';
import { ChallengeClaims, PartyChallengeClaims } from '../../../../shared/contract/authority/03-challenge.ts';
import { KeyListClaims } from '../../../../shared/contract/authority/keys.ts';
import { ShiftClaims } from '../../../../shared/contract/officer/terms.ts';
import {
  type ReviewCase,
  ReviewCaseClaims,
  type ToldCases,
} from '../../../../shared/contract/raise/08-decision.ts';
import { verifyEs256 } from '../../../../shared/jws/verify-es256.ts';
import * as limits from '../../../../shared/limits.ts';
import type { SealKey } from '../../../../shared/seal/types.ts';
import { Refused } from '../../staff/call/refused.ts';
import type { Trust } from './trust.ts';

/** By what the page judges what the BFF hands over as the authority's. */
export interface Judging {
  trust: Trust;
  /** The newest key list that this browser saw: an older one is refused. */
  newest: number;
  /** Epoch milliseconds, by the server. */
  now: number;
}

/** What a sample is sealed for, and to which key. */
export interface SealsFor {
  claims: Omit<PartyChallengeClaims, 'role'>;
  sealKey: SealKey;
}

/** The challenge of a session as its officer is told of it. */
export interface Told extends SealsFor {
  claims: PartyChallengeClaims;
  keyListVersion: number;
}

/** The challenge of a check that this browser captures for: with the digits that the guest says. */
export interface OwnTold extends SealsFor {
  claims: ChallengeClaims;
  keyListVersion: number;
}

interface Expected {
  /** What the officer began: a yes to it is a yes to nothing else. */
  ceremony: Ceremony;
  sessionId: string;
  thumbprint: string;
  shift: ShiftClaims;
}

/** The authority's key list: signed by the root, current, and no older than one seen before. @throws Refused authority-unproved */
export function readKeyList(jws: string, { trust, newest, now }: Judging): KeyListClaims {
  const keys = opened(jws, 'lz-keys+jwt', KeyListClaims, (kid) => (kid === 'root' ? trust.root : undefined));
  const { sandbox, version, iat, exp } = keys;
  demand(sandbox === trust.sandbox && version >= newest);
  demand(isNow({ iat, exp }, now));
  return keys;
}

/** The shift that a token opens, for this browser's key and no other. @throws Refused authority-unproved */
export function readShiftToken(token: string, keys: KeyListClaims, thumbprint: string): ShiftClaims {
  const claims = opened(token, 'lz-officer+jwt', ShiftClaims, keyIn(keys));
  demand(claims.iss === keys.iss && claims.sandbox === keys.sandbox && claims.cnf.jkt === thumbprint);
  return claims;
}

/**
 * The challenge is the authority's own, for what was begun here, this session, this desk and this browser: a card that is sealed for it opens nowhere else.
 * @throws Refused authority-unproved
 */
export function readChallenge(
  { challenge, keyList }: { challenge: string; keyList: string },
  expected: Expected,
  judging: Judging,
): Told {
  const keys = readKeyList(keyList, judging);
  const claims = opened(challenge, 'lz-party-challenge+jwt', PartyChallengeClaims, keyIn(keys));
  demand(claims.role === 'officer');
  return { claims, ...sealKeyFor(claims, keys, expected, judging) };
}

/** The same where this browser captures in a phone's place. @throws Refused authority-unproved */
export function readOwnChallenge(
  { challenge, keyList }: { challenge: string; keyList: string },
  expected: Expected,
  judging: Judging,
): OwnTold {
  const keys = readKeyList(keyList, judging);
  const claims = opened(challenge, 'lz-challenge+jwt', ChallengeClaims, keyIn(keys));
  return { claims, ...sealKeyFor(claims, keys, expected, judging) };
}

/** Cases that wait, as the authority tells them to this very shift: what is shown of a case is the authority's word. @throws Refused authority-unproved */
export function readCases(
  { cases, keyList }: ToldCases,
  { shiftId }: Pick<ShiftClaims, 'shiftId'>,
  judging: Judging,
): { cases: ReviewCase[]; keyListVersion: number } {
  const keys = readKeyList(keyList, judging);
  const read = cases.map((jws) => {
    const told = opened(jws, 'lz-review-case+jwt', ReviewCaseClaims, keyIn(keys));
    const { iss, sandbox, iat, exp, shiftId: toldTo, ...found } = told;
    demand(iss === keys.iss && sandbox === keys.sandbox && isNow({ iat, exp }, judging.now));
    demand(toldTo === shiftId);
    return found;
  });
  return { cases: read, keyListVersion: keys.version };
}

function sealKeyFor(
  claims: SealsFor['claims'],
  keys: KeyListClaims,
  { ceremony, sessionId, thumbprint, shift }: Expected,
  { now }: Judging,
): Pick<Told, 'sealKey' | 'keyListVersion'> {
  demand(claims.iss === keys.iss && claims.sandbox === keys.sandbox && isNow(claims, now));
  demand(claims.ceremony === ceremony);
  demand(claims.sessionId === sessionId && claims.deviceThumbprint === thumbprint);
  demand(claims.rpId === shift.rpId && claims.counterId === shift.counterId);
  demand(claims.samples.includes('card') || claims.samples.includes('kin'));
  const listed = keys.seal.find(({ keyId }) => keyId === claims.sealKeyId);
  if (listed === undefined) throw Refused.here('authority-unproved');
  const sealKey = { ...listed, publicKey: decodeBase64url(listed.publicKey) };
  return { sealKey, keyListVersion: keys.version };
}

const keyIn = (keys: KeyListClaims) => (kid: string) => keys.sign.find((key) => key.kid === kid)?.jwk;

function opened<S extends TSchema>(
  jws: string,
  type: string,
  schema: S,
  keyOf: Parameters<typeof verifyEs256>[0]['keyOf'],
): Static<S> {
  let claims: unknown;
  try {
    claims = verifyEs256({ jws, type, keyOf });
  } catch {
    throw Refused.here('authority-unproved');
  }
  if (!Value.Check(schema, claims)) throw Refused.here('authority-unproved');
  return claims;
}

/** @param of seconds, as tokens have them */
function isNow({ iat, exp }: { iat: number; exp: number }, now: number): boolean {
  return exp * 1000 + limits.clockSkew >= now && iat * 1000 - limits.clockSkew <= now;
}

function demand(holds: boolean): void {
  if (!holds) throw Refused.here('authority-unproved');
}
