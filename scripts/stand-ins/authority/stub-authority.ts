import { randomBytes } from 'node:crypto';
import type { SampleKind } from '../../../shared/challenge.ts';
import type {
  AuthorityChallengeBody,
  ChallengeClaims,
} from '../../../shared/contract/authority/03-challenge.ts';
import { makeSigningKey } from './signing-key.ts';
import { type SigningKey, standInAuthority } from './stand-in-authority.ts';

interface Known {
  claims: ChallengeClaims;
  awaited: Set<SampleKind>;
  /** Resolves once every sample has come and the thinking time is over. */
  decided: Promise<void>;
  decide(): void;
}

/**
 * The stand-in authority with its calls: it signs fast, and remembers what each challenge awaits.
 * @param thinking milliseconds between the last sample and the verdict
 */
export function stubAuthority(given: { bffId: string; root: SigningKey; thinking: () => number }) {
  const { bffId, root, thinking } = given;
  const authority = standInAuthority({
    issuer: 'https://authority.bench',
    bffId,
    now: Date.now,
    random: (length) => new Uint8Array(randomBytes(length)),
    root,
    signing: { kid: 'sign-1', ...makeSigningKey() },
    sealing: { keyId: 'seal-17', suite: 17, publicKey: randomBytes(32).toString('base64url') },
  });
  const known = new Map<string, Known>();
  const keyList = authority.sign('lz-keys+jwt', authority.keyListClaims());

  return {
    keyList,

    issueChallenge(asked: AuthorityChallengeBody): { challenge: string; keyList: string } {
      const claims = authority.challengeClaims(asked);
      const { promise, resolve } = Promise.withResolvers<void>();
      known.set(claims.challengeId, {
        claims,
        awaited: new Set(claims.samples),
        decided: promise,
        decide: () => void setTimeout(resolve, thinking()),
      });
      return { challenge: authority.sign('lz-challenge+jwt', claims), keyList };
    },

    /** What is still awaited; undefined where nobody knows the challenge. */
    takeSample(challengeId: string, kind: string): SampleKind[] | undefined {
      const challenge = known.get(challengeId);
      if (challenge === undefined) return undefined;
      for (const awaited of challenge.awaited) if (awaited === kind) challenge.awaited.delete(awaited);
      if (challenge.awaited.size === 0) challenge.decide();
      return [...challenge.awaited];
    },

    /** Waits until the verdict is there, however long; it is given out once. */
    async awaitVerdict(challengeId: string): Promise<{ verdict: string; sessionId: string } | undefined> {
      const challenge = known.get(challengeId);
      if (challenge === undefined) return undefined;
      await challenge.decided;
      known.delete(challengeId);
      const { claims } = challenge;
      return {
        verdict: authority.sign('lz-verdict+jwt', authority.verdictClaims(claims)),
        sessionId: claims.sessionId,
      };
    },
  };
}
