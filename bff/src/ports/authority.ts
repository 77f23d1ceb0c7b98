import type { Readable } from 'node:stream';
import type { SampleKind, SealedKind } from '../../../shared/challenge.ts';
import type {
  AuthorityChallengeBody,
  ChallengeClaims,
} from '../../../shared/contract/authority/03-challenge.ts';
import type {
  AuthorityFaceBeginAnswer,
  AuthorityFaceBeginBody,
  AuthorityFaceEndAnswer,
  AuthorityFaceEndBody,
} from '../../../shared/contract/authority/04-platform-face.ts';
import type { ReadVerdict } from '../../../shared/contract/authority/07-verdict.ts';
import type { CredentialPage } from '../../../shared/contract/authority/credentials.ts';
import type { MoveBody } from '../../../shared/contract/authority/move-credential.ts';
import type { ReportClaims } from '../../../shared/contract/authority/receipts.ts';
import type { Registration } from '../../../shared/contract/authority/registration.ts';
import type { ChallengeId, CredentialHandle } from '../../../shared/ids.ts';

/** What a challenge is asked for by; which ceremonies there are is for the authority to say. */
export type ChallengeOrder = Omit<AuthorityChallengeBody, 'ceremony'> & { ceremony: string };

/** One envelope: `length` is the Content-Length; `word` that of the device which sealed it, as it came. */
export interface SampleUpload {
  length: number;
  word: string;
  body: Readable;
}

/** The authority as the steps see it. Every function throws a Problem; what is signed has been checked against the pinned root. */
export interface Authority {
  /** Asks for the key list alone, and waits no longer than `limits.readyPatience`. */
  demandUp(): Promise<void>;
  /** The key list, signed by the root, no older than `limits.keyListFresh`. */
  readKeyList(): Promise<string>;
  /**
   * The same for who asks, which nothing is decided by: where the authority does not answer now, the newest list that was heard, until it
   * runs out.
   */
  knownKeyList(): Promise<string>;
  /** Whether the registrar who signed the statement is on that list. */
  registrarStands(registration: Registration): Promise<boolean>;
  issueChallenge(order: ChallengeOrder): Promise<{
    challenge: string;
    keyList: string;
    claims: Pick<ChallengeClaims, 'challengeId' | 'nonce' | 'samples' | 'exp'>;
  }>;
  /** Streams. Answers what is still awaited. */
  relaySample(
    challengeId: ChallengeId,
    kind: SealedKind,
    upload: SampleUpload,
  ): Promise<{ awaited: SampleKind[] }>;
  /** Has the authority open a face check at the platform; without `begun` there is nothing to show, the sample has come. */
  beginFace(challengeId: ChallengeId, body: AuthorityFaceBeginBody): Promise<AuthorityFaceBeginAnswer>;
  /** Has the authority ask the platform how it ended. */
  endFace(challengeId: ChallengeId, body: AuthorityFaceEndBody): Promise<AuthorityFaceEndAnswer>;
  /** Waits for at most `waitSeconds`; undefined where none is there yet. A verdict with a bad signature is a Problem, never a verdict. */
  readVerdict(challengeId: ChallengeId, waitSeconds: number): Promise<ReadVerdict | undefined>;
  /**
   * Says that nobody waits any more, and reads the verdict a last time: where there is none now there never will be. undefined too
   * where the authority does not know the challenge, or not any more.
   */
  endChallenge(challengeId: ChallengeId): Promise<ReadVerdict | undefined>;
  /** What a holder's report form says. @throws Problem report-refused where the authority has signed no such form, authority-unavailable */
  readReport(form: string): Promise<ReportClaims>;
  /** The statement that a private person asks, for who is asked by one. */
  privateAsker(): Promise<Registration>;
  voidCredential(handle: CredentialHandle): Promise<void>;
  /** Tells what became of a credential at its phone. */
  moveCredential(handle: CredentialHandle, told: MoveBody): Promise<void>;
  /**
   * What it holds of the credential's person, sealed to the phone that it was issued to: nothing here can open it.
   * @throws Problem credential-missing, export-refused, authority-unavailable
   */
  exportHeld(handle: CredentialHandle, receiptKey: string): Promise<string>;
  /** A page of all that were issued for this BFF, in the order of their last change; from the beginning without `after`. */
  listCredentials(after?: string): Promise<CredentialPage>;
  /** Those of the handles that are live there; `limits.credentialsPerPage` at most are asked about at once. */
  liveAmong(handles: readonly CredentialHandle[]): Promise<ReadonlySet<string>>;
  /** Those that are live and strict there at this moment. */
  strictAmong(handles: readonly CredentialHandle[]): Promise<ReadonlySet<string>>;
}
