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
import type { ChallengeId, CredentialHandle } from '../../../shared/ids.ts';

/** What a challenge is asked for by; which ceremonies there are is for the authority to say. */
export type ChallengeOrder = Omit<AuthorityChallengeBody, 'ceremony'> & { ceremony: string };

/** The authority as the steps see it. Every function throws a Problem; what is signed has been checked against the pinned root. */
export interface Authority {
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
  voidCredential(handle: CredentialHandle): Promise<void>;
}
