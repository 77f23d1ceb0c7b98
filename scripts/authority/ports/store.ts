import type { Ceremony } from '../../../shared/ceremonies.ts';
import type { SampleKind } from '../../../shared/challenge.ts';
import type {
  AuthorityChallengeBody,
  ChallengeClaims,
} from '../../../shared/contract/authority/03-challenge.ts';
import type { VerdictClaims } from '../../../shared/contract/authority/07-verdict.ts';
import type { ReceiptForPhone, SealedReceipts } from '../../../shared/contract/authority/receipts.ts';
import type { BrandName } from '../../../shared/contract/authority/registrar.ts';
import type { Registrant } from '../../../shared/contract/authority/registration.ts';
import type { CredentialState, VoidReason } from '../../../shared/credentials.ts';
import type { CredentialHandle } from '../../../shared/ids.ts';
import type { Level } from '../../../shared/levels.ts';
import type { ConsentTable } from './consents.ts';
import type { Template, VoiceSeen } from './engines.ts';
import type { DelegationTable, FamilyActTable, GuardianWordTable, TerminalTable } from './family.ts';
import type { GrantTable } from './grants.ts';
import type { BegunTable, CaseTable, OfficerTable, PointTable, ShiftTable } from './officers.ts';
import type { PinTable } from './pins.ts';

/** One citizen of the population register. */
export interface Person {
  /** Keyed hash of the ID number. */
  person: string;
  /** Keyed hash of number and name together. */
  nameCheck: string;
  /** SHA-256 of the ID photo. */
  photoDigest: string;
  /** Absent until the photo has been read. */
  photo: Template | undefined;
  /** Whether it came with an application: it goes with what was applied for. */
  byApplication: boolean;
  /** Day of birth, YYYY-MM-DD, for what hangs on age; absent where it was registered before it was kept. */
  born: string | undefined;
}

export interface PeopleTable {
  find(person: string): Person | undefined;
  /** Adds the person, or brings name and photo up to date; a template read from the same photo stays. */
  put(person: Person): void;
  keepPhoto(person: string, template: Template): void;
  /** Notes the day of birth of somebody whose it was not known. */
  keepBorn(person: string, born: string): void;
}

/** A credential and the enrolment behind it. */
export interface Credential {
  handle: CredentialHandle;
  person: string;
  level: Level;
  state: CredentialState;
  reason: VoidReason | undefined;
  /** When it was issued. */
  since: number;
  /** Whether it was enrolled with a voice. */
  hasVoice: boolean;
  /** Its voice was taken back: what needs a voice needs an officer. */
  voiceWithdrawn: boolean;
  /** Absent where the platform took the face, or a script decided without engines: the ID photo stands alone then. */
  face: Template | undefined;
  voice: Template | undefined;
  /** The device key for which it was issued; absent where an earlier version did not keep it. */
  device: string | undefined;
  /** When `strict` comes to it. */
  strictFrom: number | undefined;
  /** When the report of a lost card ends. */
  cardReportEnds: number | undefined;
  /** When it ends with the validity of the ID card; absent where the card has no end. */
  endsAt: number | undefined;
  /** Of what is unusable: from when, and until when, it may be brought to another phone. */
  movable: { from: number; until: number } | undefined;
  /** Of what is suspended: by whose word. */
  suspendedBy: 'dispute' | 'authority' | undefined;
}

export interface CredentialTable {
  /** As it is written down: see `credentialNow`. */
  find(handle: string): Credential | undefined;
  /** The person's new credential; those before it are void from now on, and no report of a lost card runs but that of the new one. */
  issue(credential: Credential): void;
  /** The handle of the person's credential that is written down as not void. */
  aliveOf(person: string): string | undefined;
  /** What has become of one that is not void; where it is now its templates go. */
  put(credential: Credential): void;
  /** What stands about it elsewhere has changed: whoever follows the changes is told of it again. */
  noteChange(handle: string): void;
  /** What the device of a credential has stated last of its receipt key. Without it nothing is sealed to that device but what it asks for. */
  receiptKeyOf(handle: string): string | undefined;
  /** Kept while its device has its place: it goes where that is lost, and where the credential is void. */
  keepReceiptKey(handle: string, statement: string): void;
  /** The voice that was taken back is given again, as another one. */
  giveVoice(handle: string, voice: Template): void;
  /** That was not to be: it is as one that was taken back. */
  takeVoice(handle: string): void;
  /** Of which something ends or comes by itself by then. */
  due(now: number, most: number): Credential[];
  /**
   * The report of a lost card that runs for a person at that moment, also where the credential is void by which it was made: when it ends,
   * and until when that card is valid.
   */
  cardReportOf(person: string, now: number): { ends: number; ofCardUntil: number | undefined } | undefined;
  /** Those of a person that are not void, as they are written down. */
  ofPerson(person: string): Credential[];
  /** So many at most, in the order in which they last changed, from the one after `seq` on. */
  changedAfter(
    seq: number,
    most: number,
  ): { seq: number; handle: string; state: CredentialState; since: number }[];
  /** The number of the newest change; 0 where there is none. */
  lastChange(): number;
  /** Voices of other people's credentials that are not void. */
  voicesOfOthers(person: string): { person: string; voice: Template }[];
}

export interface CounterTable {
  find(counterId: string): Registrant | undefined;
  /** Registers the counter, or replaces what was said about it. */
  put(registrant: Registrant): void;
}

export interface NameTable {
  /** Who has a name that is taken for such a one. */
  holderOf(skeleton: string): string | undefined;
  put(skeleton: string, name: BrandName): void;
  all(): BrandName[];
}

/** A challenge as it was issued, and what the BFF asked for. */
export interface Challenge {
  asked: AuthorityChallengeBody;
  claims: ChallengeClaims;
  /** Epoch milliseconds. */
  expiresAt: number;
  /** In which state the credential was that was shown, as it was asked for. */
  shownState?: CredentialState | undefined;
}

export interface ChallengeTable {
  find(id: string): Challenge | undefined;
  ofAttempt(sessionId: string, attempt: number): Challenge | undefined;
  /** In the order of their attempts. */
  ofSession(sessionId: string): Challenge[];
  add(challenge: Challenge): void;
  /** From now on it is never decided. */
  end(id: string): void;
  isEnded(id: string): boolean;
  /** Ids of those that have no verdict. */
  undecided(): string[];
  /** Forgets challenges, with their samples' digests, verdicts and receipts, that ended before the given time. */
  purge(before: number): void;
}

/** That a sample was accepted: the digest of its envelope and the answer that was given. */
export interface AcceptedSample {
  kind: SampleKind;
  digest: string;
  awaited: SampleKind[];
}

/** What is held of one person in all tables at once. */
export interface HeldTable {
  /** Deletes the references of the person's voice, and what was heard of it; what is in flight with it ends. */
  withdrawVoice(person: string): void;
  /**
   * Deletes a credential, with the challenges for which it was shown or its device asked. Where no other of its person is alive all that is
   * held of the person goes too, but for what the population register has by itself, and for locks and counts of tries that run: these go
   * when they are over.
   */
  erase(handle: string, now: number): void;
  /** The same for what has been void for `limits.voidKept`, and for locks that are over and nobody's. Its cost is what is due. */
  forgetVoid(now: number): void;
  countsOf(person: string): { earlier: number; heard: number; tries: number; pins: number };
  locksOf(person: string): { ceremony: string; failures: number; lockedUntil: number }[];
  /** Claims of the newest challenges for which the credential was shown, or its device asked. */
  lately(handle: string, device: string): ChallengeClaims[];
}

export interface SampleTable {
  of(challengeId: string): AcceptedSample[];
  add(challengeId: string, sample: AcceptedSample): void;
  /** Forgets that any were accepted: they are awaited again. */
  forget(challengeId: string): void;
}

export interface VerdictTable {
  find(challengeId: string): VerdictClaims | undefined;
  /** The first verdict of a challenge stays; whether this was it. */
  add(claims: VerdictClaims): boolean;
}

export interface ReceiptTable {
  of(challengeId: string): SealedReceipts | ReceiptForPhone | undefined;
  put(challengeId: string, receipts: SealedReceipts | ReceiptForPhone): void;
}

/** Failures in a row of one person in one ceremony. */
export interface Strikes {
  failures: number;
  /** Epoch milliseconds; 0 where there is no lock. */
  lockedUntil: number;
}

export interface StrikeTable {
  of(person: string, ceremony: Ceremony): Strikes;
  put(person: string, ceremony: Ceremony, strikes: Strikes): void;
  /** Notes that a session counts as a failure: whether it did not yet. */
  countSession(sessionId: string, at: number): boolean;
  /** Forgets which sessions counted before the given time. */
  purge(before: number): void;
  /** Forgets every failure of everybody. */
  forgive(): void;
}

/** Applications that did not fit within the present window, of an applicant as a person. */
export interface Tries {
  tries: number;
  /** When the window began, in epoch milliseconds. */
  since: number;
  /** Whether this applicant ever passed as this person. */
  passed: boolean;
}

export interface TryTable {
  of(person: string, applicant: string): Tries | undefined;
  put(person: string, applicant: string, tries: Tries): void;
  /** Forgets whose window began before the given time; who ever passed stays known. */
  purge(before: number): void;
  /** Forgets every try of everybody. */
  forgive(): void;
}

/** What past samples held, so that none is accepted twice. */
export interface SeenTable {
  /** Whether a digest of a face sample is known, whoever it was from. */
  face(digest: string): boolean;
  addFace(digests: readonly string[]): void;
  /** What was heard of the person. */
  voice(person: string): VoiceSeen;
  addVoice(person: string, phrase: { digests: readonly string[]; trace: Template | null }): void;
  forget(): void;
}

/** Templates made once of the recordings of the synthetic citizens, by the recording's SHA-256. */
export interface VoiceTable {
  find(recordingDigest: string): Template | undefined;
  put(recordingDigest: string, template: Template): void;
}

export interface Store {
  people: PeopleTable;
  counters: CounterTable;
  names: NameTable;
  credentials: CredentialTable;
  challenges: ChallengeTable;
  samples: SampleTable;
  verdicts: VerdictTable;
  receipts: ReceiptTable;
  strikes: StrikeTable;
  tries: TryTable;
  seen: SeenTable;
  voices: VoiceTable;
  held: HeldTable;
  points: PointTable;
  officers: OfficerTable;
  shifts: ShiftTable;
  begun: BegunTable;
  cases: CaseTable;
  grants: GrantTable;
  pins: PinTable;
  consents: ConsentTable;
  delegations: DelegationTable;
  familyActs: FamilyActTable;
  terminals: TerminalTable;
  guardianWords: GuardianWordTable;
  /** Everything that `work` writes, or nothing of it; durable when it returns. */
  together<T>(work: () => T): T;
  close(): void;
}
