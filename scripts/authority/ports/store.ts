import type { Ceremony } from '../../../shared/ceremonies.ts';
import type { SampleKind } from '../../../shared/challenge.ts';
import type {
  AuthorityChallengeBody,
  ChallengeClaims,
} from '../../../shared/contract/authority/03-challenge.ts';
import type { VerdictClaims } from '../../../shared/contract/authority/07-verdict.ts';
import type { BrandName } from '../../../shared/contract/authority/registrar.ts';
import type { Registrant } from '../../../shared/contract/authority/registration.ts';
import type { CredentialHandle } from '../../../shared/ids.ts';
import type { Level } from '../../../shared/levels.ts';
import type { Template, VoiceSeen } from './engines.ts';

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
}

export interface PeopleTable {
  find(person: string): Person | undefined;
  /** Adds the person, or brings name and photo up to date; a template read from the same photo stays. */
  put(person: Person): void;
  keepPhoto(person: string, template: Template): void;
}

/** A credential and the enrolment behind it. */
export interface Credential {
  handle: CredentialHandle;
  person: string;
  level: Level;
  live: boolean;
  since: number;
  /** Whether it was enrolled with a voice. */
  hasVoice: boolean;
  /** Absent where the platform took the face, or a script decided without engines: the ID photo stands alone then. */
  face: Template | undefined;
  voice: Template | undefined;
}

export interface CredentialTable {
  find(handle: string): Credential | undefined;
  /** The person's new credential; those before it are void from now on. */
  issue(credential: Credential): void;
  /** Whether it was live until now. The templates go with it. */
  void(handle: string): boolean;
  /** So many at most, in the order in which they last changed, from the one after `seq` on. */
  changedAfter(seq: number, most: number): { seq: number; handle: string; live: boolean; since: number }[];
  /** The number of the newest change; 0 where there is none. */
  lastChange(): number;
  /** Voices of live credentials of other people. */
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
}

export interface ChallengeTable {
  find(id: string): Challenge | undefined;
  ofAttempt(sessionId: string, attempt: number): Challenge | undefined;
  add(challenge: Challenge): void;
  /** From now on it is never decided. */
  end(id: string): void;
  isEnded(id: string): boolean;
  /** Ids of those that have no verdict. */
  undecided(): string[];
  /** Forgets challenges, with their samples' digests and verdicts, that ended before the given time. */
  purge(before: number): void;
}

/** That a sample was accepted: the digest of its envelope and the answer that was given. */
export interface AcceptedSample {
  kind: SampleKind;
  digest: string;
  awaited: SampleKind[];
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
  strikes: StrikeTable;
  tries: TryTable;
  seen: SeenTable;
  voices: VoiceTable;
  /** Everything that `work` writes, or nothing of it; durable when it returns. */
  together<T>(work: () => T): T;
  close(): void;
}
