import type { ConsentShown } from '../../../shared/contract/attempt/03-challenge.ts';
import type { KinDocument, Relation, WardForm } from '../../../shared/family.ts';
import type {
  AcceptancePointId,
  CounterId,
  CredentialHandle,
  DelegationId,
  OfficerId,
} from '../../../shared/ids.ts';
import type { Scene } from '../../../shared/scenes.ts';
import type { Template } from './engines.ts';
import type { RaisedBy, SignedWord } from './officers.ts';
import type { Page } from './page.ts';

/** That one person answers for another: persons by the register's keyed hash, times in epoch milliseconds. */
export interface Delegation {
  id: DelegationId;
  guardian: string;
  ward: string;
  /** What is shown for the ward: it has no device. */
  credential: CredentialHandle;
  relation: Relation;
  form: WardForm;
  scenes: Scene[];
  since: number;
  /** After a year, or on the birthday that ends the form. */
  endsAt: number;
  /** When somebody ended it before. */
  endedAt: number | undefined;
  /** Where it was bound. */
  pointId: AcceptancePointId;
}

/** A ward as an officer has shown one, whom the guardian may answer for. */
export interface Bound {
  words: readonly [SignedWord, ...SignedWord[]];
  ward: string;
  /** YYYY-MM-DD. */
  born: string;
  relation: Relation;
  form: WardForm;
  scenes: readonly Scene[];
  /** In which words a ward who is grown agreed. */
  consent: ConsentShown | undefined;
  /** Of a ward who is grown: the face that was seen at the desk. */
  face: Template | undefined;
  /** By what the ward was shown. */
  document: KinDocument;
  /** When the ward's ID card ends, epoch milliseconds; undefined of one for life, and of other documents. */
  cardEnds: number | undefined;
}

/** An officer who signed, and with which passkey: undefined of what was bound before that was kept. */
export interface Hand {
  officerId: OfficerId;
  passkeyId: string | undefined;
}

/** That officers took from a person all who answered for them, if anybody did. The person is not in it. */
export interface Revocation {
  /** The session's. */
  id: string;
  pointId: AcceptancePointId;
  at: number;
  hands: readonly Hand[];
}

/** What officers did for a family at a point: one delegation bound, or all of a ward ended. */
export interface FamilyAct extends Revocation {
  kind: 'bound' | 'revoked';
  /** Of a revocation none where nobody answered for the person, or what ended is forgotten. */
  delegationIds: DelegationId[];
}

export interface FamilyActTable {
  addRevocation(revocation: Revocation): void;
  /** That what officers read or typed was nobody's, or may not be bound or revoked: it counts towards their day, and nothing of the person is in it. */
  addRefusal(refusal: Revocation): void;
  /** The newest first. */
  by(by: RaisedBy, page: Page): FamilyAct[];
  /** How many were done or refused since then; a binding counts also where it ended. */
  count(by: { officerId: string } | { pointId: string }, since: number): number;
  /** Forgets revocations and refusals before the given time; bindings go with their delegation. */
  purge(before: number): void;
}

export interface DelegationTable {
  find(id: string): Delegation | undefined;
  /** Those that nobody has ended, also where their time is over. */
  ofGuardian(person: string): Delegation[];
  ofWard(person: string): Delegation[];
  ofCredential(handle: string): Delegation[];
  /** Of what nobody has ended so many, the newest first. */
  boundBy(by: RaisedBy, most: number): Delegation[];
  /** The newest of either side, ended ones too. */
  about(person: string, most: number): Delegation[];
  /** Whether there is one between the two, whichever of them is the guardian, or has been one lately. */
  relates(one: string, other: string): boolean;
  /** @param hands of the officers who bound it: the session's own first */
  add(delegation: Delegation, hands: readonly [Hand, ...Hand[]]): void;
  renew(id: string, terms: Pick<Delegation, 'form' | 'endsAt'>): void;
  /** @param revocation by which officers ended it; undefined where the guardian, the administrator or time did */
  end(id: string, at: number, revocation?: string): void;
  /** Whose time was over by then, and which nobody has ended. */
  due(now: number, most: number): Delegation[];
  /** Forgets all of a guardian who had everything erased. */
  forget(guardian: string): void;
  /** Forgets those that were over before the given time. */
  purge(before: number): void;
}

export interface TerminalTable {
  /** Whether the counter is a terminal of class II. */
  stands(counterId: CounterId | string): boolean;
  put(counterId: string, stands: boolean): void;
}

export interface GuardianWordTable {
  /** Takes a word that was given ahead, for that session: false where another session has had it. */
  take(hash: string, sessionId: string, expiresAt: number): boolean;
  purge(before: number): void;
}
