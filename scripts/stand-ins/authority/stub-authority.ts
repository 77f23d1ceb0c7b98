import { randomBytes } from 'node:crypto';
import { type CeremonyRules, ceremonies, samplesOf } from '../../../shared/ceremonies.ts';
import type { SampleKind } from '../../../shared/challenge.ts';
import type {
  AuthorityChallengeBody,
  ChallengeClaims,
} from '../../../shared/contract/authority/03-challenge.ts';
import type { VerdictClaims } from '../../../shared/contract/authority/07-verdict.ts';
import type { KeyListClaims } from '../../../shared/contract/authority/keys.ts';
import { newId } from '../../../shared/ids.ts';
import { makeSigningKey, signCompact } from './signing-key.ts';

const issuer = 'https://authority.bench';
const hour = 3600;
const random = (length: number) => new Uint8Array(randomBytes(length));

interface Known {
  asked: AuthorityChallengeBody;
  claims: ChallengeClaims;
  awaited: Set<SampleKind>;
  /** Resolves once every sample has come and the thinking time is over. */
  decided: Promise<void>;
  decide(): void;
}

/**
 * An authority that signs everything properly and passes everybody: it looks at no sample.
 * @param thinking milliseconds between the last sample and the verdict
 */
export function stubAuthority({ bffId, thinking }: { bffId: string; thinking: () => number }) {
  const root = makeSigningKey();
  const signer = makeSigningKey();
  const known = new Map<string, Known>();
  const keyList = signKeyList();

  function signKeyList(): string {
    const iat = Math.floor(Date.now() / 1000);
    const claims: KeyListClaims = {
      iss: issuer,
      version: 1,
      iat,
      exp: iat + hour,
      sandbox: true,
      sign: [{ kid: 'sign-1', jwk: signer.jwk }],
      seal: [{ keyId: 'seal-17', suite: 17, publicKey: randomBytes(32).toString('base64url') }],
    };
    return signCompact({ typ: 'lz-keys+jwt', kid: 'root' }, claims, root);
  }

  return {
    root: root.jwk,
    keyList,

    issueChallenge(asked: AuthorityChallengeBody): { challenge: string; keyList: string } {
      const { consent, credential, attempt, idPhoto, ...repeated } = asked;
      const iat = Math.floor(Date.now() / 1000);
      const rules: CeremonyRules = ceremonies[asked.ceremony];
      const samples = samplesOf(rules, { voice: consent.voice, idPhoto: idPhoto ?? false });
      const claims: ChallengeClaims = {
        ...repeated,
        iss: issuer,
        iat,
        exp: iat + 60,
        sandbox: true,
        challengeId: newId('chl', random),
        nonce: randomBytes(32).toString('base64url'),
        prompts: ['turn-left', 'nod'],
        digits: rules.digits.kind === 'drawn' ? '314159' : '0123456789'.repeat(rules.digits.rounds),
        samples,
        sealKeyId: 'seal-17',
      };
      const { promise, resolve } = Promise.withResolvers<void>();
      known.set(claims.challengeId, {
        asked,
        claims,
        awaited: new Set(samples),
        decided: promise,
        decide: () => void setTimeout(resolve, thinking()),
      });
      return { challenge: signCompact({ typ: 'lz-challenge+jwt', kid: 'sign-1' }, claims, signer), keyList };
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
      const { asked, claims } = challenge;
      const verdict: VerdictClaims = {
        iss: issuer,
        aud: bffId,
        iat: Math.floor(Date.now() / 1000),
        sandbox: true,
        challengeId: claims.challengeId,
        sessionId: claims.sessionId,
        nonce: claims.nonce,
        outcome: 'pass',
        level: asked.level,
        hints: [],
        ...(ceremonies[asked.ceremony].passBrings === 'credential'
          ? { credential: newId('crd', random) }
          : {}),
      };
      return {
        verdict: signCompact({ typ: 'lz-verdict+jwt', kid: 'sign-1' }, verdict, signer),
        sessionId: claims.sessionId,
      };
    },
  };
}
