import type { Random } from '../../../shared/bytes/random.ts';
import type { Session } from '../../../shared/sessions.ts';
import type { Audit } from './audit.ts';
import type { Authority } from './authority.ts';
import type { Db } from './db.ts';
import type { FaceVerifiers, PlatformLogins, SendSms } from './platforms.ts';
import type { Registry } from './registry.ts';
import type { ReplayGuard } from './replay.ts';
import type { SessionChanges } from './session-changes.ts';

/** What has happened inside, for `/metrics`: counters and times without labels that could point at a person. */
export interface Measures {
  sessionEnded(state: string): void;
  relayed(bytes: number): void;
  relaysInFlight(delta: 1 | -1): void;
  /** Milliseconds from the verdict's arrival to its being pushed. */
  verdictPushed(milliseconds: number): void;
}

/** Signs a result token for exactly one RP; JWS, inside a JWE where the RP registered a key. */
export type ResultSigner = (session: Session & { state: 'passed' | 'failed' }) => Promise<string>;

/** Everything that the steps reach the world by. Only `main.ts` knows what stands behind it. */
export interface Ports {
  now(): number;
  random: Random;
  db: Db;
  audit: Audit;
  authority: Authority;
  platforms: PlatformLogins;
  faceVerifiers: FaceVerifiers;
  /** Absent where the operator offers no sign-in by SMS. */
  sms?: SendSms;
  registry: Registry;
  replay: ReplayGuard;
  sessionChanges: SessionChanges;
  signResult: ResultSigner;
  measures: Measures;
  /** Structured and without personal data: a code word and ids of sessions only. */
  warn(what: string, facts: Record<string, string | number>): void;
  settings: {
    /** Where phones and counters reach this BFF, no trailing slash. */
    publicUrl: string;
    /** 32 bytes: keys the hash that turns a platform's id of a person into a holder id. */
    holderPepper: Uint8Array;
    relaysInFlight: number;
  };
}
