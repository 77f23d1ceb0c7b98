import type { raiseStates } from '../../../shared/contract/authority/export.ts';
import type { OfficerRole, RegisteredPoint } from '../../../shared/contract/officer/terms.ts';
import type { caseCauses } from '../../../shared/contract/raise/08-decision.ts';
import type {
  AcceptancePointId,
  CaseId,
  CounterId,
  CredentialHandle,
  OfficerId,
  RpId,
  ShiftId,
} from '../../../shared/ids.ts';
import type { PublicJwk } from '../../../shared/jws/public-jwk.ts';
import type { RaiseDecision } from '../../../shared/raise/decision.ts';
import type { Evidence } from '../../../shared/raise/decision-hash.ts';
import type { Page } from './page.ts';

/** Times are epoch milliseconds; whoever or whatever has `revokedAt` is none any more. */
export interface Point extends RegisteredPoint {
  revokedAt: number | undefined;
}

export interface PointTable {
  find(id: string): Point | undefined;
  ofCounter(counterId: string): Point | undefined;
  all(): Point[];
  /** Registers the point, or replaces what was said of it; it stands again. */
  put(point: RegisteredPoint): void;
  revoke(id: string, at: number): void;
}

export interface Officer {
  id: OfficerId;
  name: string;
  /** The citizen, by the register's keyed hash. */
  person: string;
  role: OfficerRole;
  /** Absent for an attendant. */
  pointId: AcceptancePointId | undefined;
  rpId: RpId;
  counterId: CounterId;
  since: number;
  /** Appointed without a credential of their own: see `exemptUntil`. */
  first: boolean;
  /** When a credential of their own was first raised. */
  ownRaiseAt: number | undefined;
  revokedAt: number | undefined;
}

export interface OfficerPasskey {
  id: string;
  officerId: OfficerId;
  name: string;
  /** COSE, base64url. */
  publicKey: string;
  counter: number;
  transports: string;
  revokedAt: number | undefined;
}

/** What somebody is or was as an officer, and how much hangs on it. */
export interface Office extends Pick<Officer, 'name' | 'role' | 'since' | 'revokedAt'> {
  passkeys: number;
  shifts: number;
  /** Raises that the officer signed or settled. */
  raises: number;
}

export interface OfficerTable {
  find(id: string): Officer | undefined;
  /** Who is an officer and this person. */
  ofPerson(person: string): Officer | undefined;
  /** All that this person is and was, the newest first. */
  officesOf(person: string, most: number): Office[];
  all(): Officer[];
  add(officer: Officer): void;
  /** A credential of this person was raised: noted once, of whoever of the officers it is. */
  noteOwnRaise(person: string, at: number): void;
  /** With links and shifts. */
  revoke(id: string, at: number): void;
  /** A link, by the RFC 7638 thumbprint of the key that is in it. */
  addInvite(thumbprint: string, officerId: OfficerId, expiresAt: number): void;
  inviteOf(thumbprint: string, now: number): OfficerId | undefined;
  /** Whether it was there still. */
  takeInvite(thumbprint: string): boolean;
  /** Forgets links that ran out. */
  purgeInvites(before: number): void;
  /** Forgets who was revoked before that, and their passkeys, once nothing that they signed or settled is kept any more. */
  purgeRevoked(before: number): void;
  passkey(id: string): OfficerPasskey | undefined;
  passkeysOf(officerId: string): OfficerPasskey[];
  addPasskey(passkey: Omit<OfficerPasskey, 'revokedAt'>, at: number): void;
  revokePasskey(id: string, at: number): void;
  /** Whether its counter was `before` until now. */
  notePasskeyUsed(id: string, before: number, after: number): boolean;
}

export interface Shift {
  id: ShiftId;
  officerId: OfficerId;
  passkeyId: string;
  /** RFC 7638 thumbprint of the browser's key. */
  key: string;
  since: number;
  /** When its officer last did something. */
  usedAt: number;
  expiresAt: number;
  endedAt: number | undefined;
}

export interface ShiftTable {
  find(id: string): Shift | undefined;
  /** The newest that was opened with this key; one that is over where no other is. */
  ofKey(key: string): Shift | undefined;
  /** Any other of the officer's is over. */
  open(shift: Omit<Shift, 'endedAt' | 'usedAt'>): void;
  use(id: string, at: number): void;
  end(id: string, at: number): void;
  /** Forgets what was to be over before then. */
  purge(before: number): void;
}

/** What a passkey was asked to sign: `about` whom or what, and, of a decision, what is `held` until it is signed. */
export interface Begun {
  purpose: 'enrol' | 'shift' | 'decide' | 'review';
  about: string;
  /** SHA-256 of the challenge, base64url. */
  challenge: string;
  expiresAt: number;
  held: string;
}

export interface BegunTable {
  /** By the hash of the ceremony's name. */
  add(ceremony: string, begun: Begun): void;
  /** Takes it away: what was asked once is answered once. */
  take(ceremony: string): Begun | undefined;
  purge(before: number): void;
}

/** One officer's word on a raise, as the passkey signed it. */
export interface SignedWord {
  officerId: OfficerId;
  shiftId: ShiftId;
  passkeyId: string;
  /** When the authority took it. */
  at: number;
  decision: RaiseDecision;
}

export type CaseCause = (typeof caseCauses)[number];

/** What officers signed, how the card was read, and why another officer has to look at it, where one has. */
export interface RaiseFound {
  words: readonly SignedWord[];
  cardRead: 'chip' | 'typed';
  cause: CaseCause | undefined;
  /** When the card ends that was read; absent where it is for life. */
  endsAt: number | undefined;
}
export type CaseState = (typeof raiseStates)[number];

/** What became of a raise, and by whom: kept so that it can be found by officer, point and passkey. */
export interface Case {
  id: CaseId;
  sessionId: string;
  credential: CredentialHandle;
  person: string;
  pointId: AcceptancePointId;
  /** The officer of the session first, then the second one where one was needed. */
  words: SignedWord[];
  cardRead: 'chip' | 'typed';
  evidence: Evidence[];
  at: number;
  state: CaseState;
  /** Why it waits for another officer; undefined where it does not. */
  waitsFor: CaseCause | undefined;
  /** It waits, and whoever decided it has lost the right to since. */
  isSuspect?: boolean;
}

/** Where a case stands among those that wait. */
export interface WaitingPlace {
  rank: number;
  at: number;
  id: string;
}

/** By whom, where or with which passkey. */
export type RaisedBy = { officerId: string } | { pointId: string } | { passkeyId: string };

export interface CaseTable {
  find(id: string): Case | undefined;
  add(found: Case): void;
  /** Another officer has decided it. */
  settle(id: string, settled: { state: Case['state']; by: OfficerId; passkeyId: string; at: number }): void;
  /** Whether a person signed it, or ever settled it, as whichever officer they were. */
  hasHandIn(id: string, person: string): boolean;
  /** It waits from now on. */
  reopen(id: string, cause: CaseCause): void;
  /** Whether it waits for another officer: of each cause one after that moment, and none that somebody said no to in a later raise of the same person. */
  waits(id: string, since: Record<CaseCause, number>): boolean;
  /** Whether a case of the credential waits before it is strict. */
  isInReview(credential: string, since: Record<CaseCause, number>): boolean;
  /**
   * Those that wait, and in which this person had no hand (`hasHandIn`): drawn ones last, those of the point before others, and the oldest first.
   * @param by.since of each cause the ones after that moment alone
   */
  waiting(
    by: { reviewer: string; pointId: string; since: Record<CaseCause, number> },
    page: { most: number; after: WaitingPlace | undefined },
  ): { case: Case; place: WaitingPlace }[];
  /** Those that wait and whose session has this short name. */
  waitingAs(reference: string, since: Record<CaseCause, number>): Case[];
  /** The newest first. */
  raisedBy(by: RaisedBy, page: Page): Case[];
  /** The newest of a person. */
  ofPerson(person: string, most: number): Case[];
  /** Whoever decided it has lost the right to, or where or by what it was decided. */
  suspect(id: string): void;
  /** Whether a raise of this person after that moment stands. */
  raisedAfter(person: string, at: number): boolean;
  /** How many were raised since then, or confirmed in a review by the officer, or at the point. */
  countRaised(by: { officerId: string } | { pointId: string }, since: number): number;
  purge(before: number): void;
}

/** Who signs the cards of this country, and which cards are looked for. */
export interface CardIssuer {
  keyOf(kid: string): PublicJwk | undefined;
  isFlagged(serial: string): boolean;
}
