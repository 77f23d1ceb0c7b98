import type { Random } from '../../../shared/bytes/random.ts';
import type { SampleKind } from '../../../shared/challenge.ts';
import type { KeyListClaims } from '../../../shared/contract/authority/keys.ts';
import type { PublicJwk } from '../../../shared/jws/public-jwk.ts';
import type { SealPrivateKey, SealSuite } from '../../../shared/seal/types.ts';
import type { Engines, Template } from './engines.ts';
import type { CardIssuer } from './officers.ts';
import type { BegunFaces, FaceVerifiers } from './platform-face.ts';
import type { Recordings } from './recordings.ts';
import type { Scenarios } from './scenarios.ts';
import type { Person, Store } from './store.ts';

/** Everything that the authority's steps reach the world by. */
export interface AuthorityPorts {
  /** Epoch milliseconds, the `wrong-clock` scenario included. */
  now(): number;
  random: Random;
  /** Resolves after so many milliseconds, or at once when the authority stops. */
  sleep(milliseconds: number): Promise<void>;
  store: Store;
  keys: KeyRing;
  register: Register;
  heldSamples: HeldSamples;
  engines: Engines;
  recordings: Recordings;
  /** The platforms that take faces for this authority. */
  faceVerifiers: FaceVerifiers;
  begunFaces: BegunFaces;
  scenarios: Scenarios;
  decided: DecidedSignal;
  /** Structured and without personal data. */
  warn(what: string, facts: Record<string, string | number>): void;
  settings: {
    /** What stands in every token as `iss`. */
    issuer: string;
    suite: SealSuite;
    /** The audience of verdicts. */
    bffId: string;
    /** Where the officers' page is served from. */
    officerOrigin: string | undefined;
  };
  cardIssuer: CardIssuer;
}

export interface KeyRing {
  root(): PublicJwk;
  /** Claims of the key list but for the times. */
  list(): Pick<KeyListClaims, 'version' | 'sign' | 'former' | 'seal' | 'registrars'>;
  /** Signs by the root, kid `root`. */
  signByRoot(typ: string, claims: Record<string, unknown>): string;
  /** Signs by the current sign key. */
  sign(typ: string, claims: Record<string, unknown>): string;
  /** Whose certificate the root signs, and who signs what is said about counters. */
  registrar(): { kid: string; jwk: PublicJwk };
  signByRegistrar(typ: string, claims: Record<string, unknown>): string;
  currentSealKeyId(suite: SealSuite): string;
  /** The private half of a listed seal key. */
  sealKey(keyId: string): SealPrivateKey | undefined;
  rotate(now: number): void;
  /** @throws RangeError where the list has no room for one more that still counts */
  rotateRegistrar(now: number): void;
  /** Takes a key out of the list at once, by its kid or key id. @returns whether it was in it */
  strike(name: string, now: number): boolean;
}

/** The population register of the sandbox, and the voices that a speaker is compared with. */
export interface Register {
  /** The keyed hash that stands for a citizen, and what the register knows of number and name. */
  look(number: string, name: string): { person: string; known: boolean; nameFits: boolean };
  /**
   * What the ID photo of a known citizen says; read when it is first asked for, then stored. Undefined where the engine can make
   * nothing of the register's own photo.
   */
  photoOf(person: string): Promise<Template | undefined>;
  /** The photo of somebody: what a face is held against where nobody is to learn that there is nobody to compare with. */
  anyPhoto(): Promise<Template | undefined>;
  /** Voices of everybody else: of those who have enrolled and of the synthetic citizens. */
  cohort(person: string): Promise<Template[]>;
  /** Name and number of a citizen; only those of the register's own seed are kept in plain, and in memory. */
  identityOf(person: string): { name: string; idNumber: string } | undefined;
  newPerson(number: string, name: string, photo: Uint8Array, template: Template): Person;
  /** Reads all photos and voices of the synthetic citizens ahead of the first question. */
  warm(): Promise<void>;
}

/**
 * Plain samples between their opening and the decision: in memory only, overwritten as soon as they are no longer
 * needed.
 */
export interface HeldSamples {
  put(challengeId: string, kind: SampleKind, plain: Uint8Array, expiresAt: number): void;
  /** One sample of a challenge, which stays where it is. */
  look(challengeId: string, kind: SampleKind): Uint8Array | undefined;
  /** The samples of one challenge; they are the caller's to overwrite from here on. */
  take(challengeId: string): Map<SampleKind, Uint8Array>;
  /** Overwrites what belongs to challenges that ran out. */
  sweep(now: number): void;
  clear(): void;
}

/** Wakes whoever waits for the verdict of a challenge. */
export interface DecidedSignal {
  notify(challengeId: string): void;
  /** Resolves at the next signal, after so many milliseconds, or when the authority stops. Listen first, then read. */
  listen(challengeId: string, milliseconds: number): { heard: Promise<void>; stop(): void };
  /** Wakes everybody; nobody waits from now on. */
  close(): void;
}
