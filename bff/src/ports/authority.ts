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
import type { VerdictClaims } from '../../../shared/contract/authority/07-verdict.ts';
import type { CredentialPage } from '../../../shared/contract/authority/credentials.ts';
import type { ChallengeId, CredentialHandle } from '../../../shared/ids.ts';

/** What a challenge is asked for by; which ceremonies there are is for the authority to say. */
export type ChallengeOrder = Omit<AuthorityChallengeBody, 'ceremony'> & { ceremony: string };

/** The authority as the steps see it. Every function throws a Problem; what is signed has been checked against the pinned root. */
export interface Authority {
  /** Asks for the key list alone, and waits no longer than `limits.readyPatience`. */
  demandUp(): Promise<void>;
  issueChallenge(order: ChallengeOrder): Promise<{
    challenge: string;
    keyList: string;
    claims: Pick<ChallengeClaims, 'challengeId' | 'nonce' | 'samples' | 'exp'>;
  }>;
  /** Streams; `length` is the Content-Length. Answers what is still awaited. */
  relaySample(
    challengeId: ChallengeId,
    kind: SealedKind,
    length: number,
    body: Readable,
  ): Promise<{ awaited: SampleKind[] }>;
  /** Has the authority open a face check at the platform; without `begun` there is nothing to show, the sample has come. */
  beginFace(challengeId: ChallengeId, body: AuthorityFaceBeginBody): Promise<AuthorityFaceBeginAnswer>;
  /** Has the authority ask the platform how it ended. */
  endFace(challengeId: ChallengeId, body: AuthorityFaceEndBody): Promise<AuthorityFaceEndAnswer>;
  /** Waits for at most `waitSeconds`; undefined where none is there yet. A verdict with a bad signature is a Problem, never a verdict. */
  readVerdict(challengeId: ChallengeId, waitSeconds: number): Promise<VerdictClaims | undefined>;
  /**
   * Says that nobody waits any more, and reads the verdict a last time: where there is none now there never will be. undefined too
   * where the authority does not know the challenge, or not any more.
   */
  endChallenge(challengeId: ChallengeId): Promise<VerdictClaims | undefined>;
  voidCredential(handle: CredentialHandle): Promise<void>;
  /** A page of all that were issued for this BFF, in the order of their last change; from the beginning without `after`. */
  listCredentials(after?: string): Promise<CredentialPage>;
  /** Those of the handles that are live there; `limits.credentialsPerPage` at most are asked about at once. */
  liveAmong(handles: readonly CredentialHandle[]): Promise<ReadonlySet<string>>;
}
