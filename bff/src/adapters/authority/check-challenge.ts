import { rulesOf } from '../../../../shared/ceremonies.ts';
import type { CeremonyRules } from '../../../../shared/ceremony-rules.ts';
import type { SampleKind } from '../../../../shared/challenge.ts';
import type { ChallengeClaims } from '../../../../shared/contract/authority/03-challenge.ts';
import type { KeyListClaims } from '../../../../shared/contract/authority/keys.ts';
import * as limits from '../../../../shared/limits.ts';
import { samplesOf } from '../../../../shared/samples-of.ts';
import type { ChallengeOrder } from '../../ports/authority.ts';
import { SignedTextRefused } from './read-signed.ts';

/** What the authority must repeat unchanged of what it was told. */
const repeated = [
  'ceremony',
  'sessionId',
  'rpId',
  'counterId',
  'scene',
  'level',
  'purpose',
  'deviceThumbprint',
] as const satisfies readonly (keyof ChallengeClaims & keyof ChallengeOrder)[];

/**
 * Whether a challenge answers what was asked: for this session and device, live, with no sample that was not consented to.
 * @throws SignedTextRefused
 */
export function checkChallenge(
  claims: ChallengeClaims,
  asked: ChallengeOrder,
  keys: KeyListClaims,
  now: number,
): void {
  const changed = repeated.find((name) => claims[name] !== asked[name]);
  const ofParties = (said: Record<string, string> = {}) => JSON.stringify(Object.entries(said).sort());
  if (ofParties(claims.parties) !== ofParties(asked.parties))
    throw new SignedTextRefused('the challenge is for other parties');
  if (changed !== undefined) throw new SignedTextRefused(`the challenge is for another ${changed}`);
  checkOrigin('challenge', claims, keys, now);
  if (claims.exp * 1000 + limits.clockSkew <= now) throw new SignedTextRefused('the challenge has expired');
  const rules = rulesOf(claims.ceremony);
  const byPlatform = claims.samples.includes('platform-face');
  const lifetime = byPlatform ? limits.platformChallengeLifetime : rules.challengeLifetime;
  if (claims.exp * 1000 > now + lifetime + limits.clockSkew)
    throw new SignedTextRefused('the challenge lives longer than one may');
  if (!keys.seal.some(({ keyId }) => keyId === claims.sealKeyId))
    throw new SignedTextRefused('the challenge names a sealing key that the key list has not');
  const allowed = allowedSamples(rules, asked);
  if (!claims.samples.every((kind) => allowed.includes(kind)))
    throw new SignedTextRefused('the challenge asks for a sample without consent');
}

/** What holds for challenges and verdicts alike. @throws SignedTextRefused */
export function checkOrigin(
  what: string,
  claims: { iss: string; iat: number; sandbox: boolean },
  keys: KeyListClaims,
  now: number,
): void {
  if (claims.iss !== keys.iss)
    throw new SignedTextRefused(`the ${what} has another issuer than the key list`);
  if (claims.sandbox !== keys.sandbox)
    throw new SignedTextRefused(`the ${what} and the key list differ on whether this is a sandbox`);
  if (claims.iat * 1000 > now + limits.clockSkew) throw new SignedTextRefused(`the ${what} is of the future`);
}

/** The phone may be asked for the face in the platform's place, never the other way round. */
function allowedSamples(
  rules: CeremonyRules,
  { consent, idPhoto = false, pin, grown, faceBy = 'phone' }: ChallengeOrder,
): SampleKind[] {
  const allowed: SampleKind[] = samplesOf(rules, {
    ...{ voice: consent.voice, idPhoto, pin: pin === true, grown: grown === true },
  });
  return faceBy === 'phone' || !allowed.includes('face') ? allowed : [...allowed, 'platform-face'];
}
