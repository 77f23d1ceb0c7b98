import { encodeBase64url } from '../../../shared/bytes/base64url.ts';
import { type CeremonyRules, ceremonies, samplesOf } from '../../../shared/ceremonies.ts';
import type { SampleKind } from '../../../shared/challenge.ts';
import type {
  AuthorityChallengeAnswer,
  AuthorityChallengeBody,
} from '../../../shared/contract/authority/03-challenge.ts';
import { newId } from '../../../shared/ids.ts';
import { levelSuffices } from '../../../shared/levels.ts';
import { limits } from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import { signKeyList } from '../keys/sign-key-list.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Challenge, Credential } from '../ports/store.ts';
import { applicantOf, applicantRestsUntil } from '../register/applications.ts';
import { lockedUntil } from '../register/strikes.ts';
import { lifetimeFor, refuseTestHolder } from '../register/test-holders.ts';
import { whoAsks } from '../registrar/who-asks.ts';
import { pickDigits, pickPrompts } from './pick.ts';

/**
 * A signed challenge for one attempt of one session; the same attempt gets the same challenge again.
 * @throws Problem who-asks-unknown, credential-void, credential-locked, application-rests, level-too-low, request-invalid,
 * idempotency-key-reused, authority-unavailable
 */
export function issueChallenge(
  ports: AuthorityPorts,
  asked: AuthorityChallengeBody,
): AuthorityChallengeAnswer {
  const rules: CeremonyRules = ceremonies[asked.ceremony];
  const { rpName } = whoAsks(ports.store.counters, asked);
  const credential = rules.personBy === 'credential' ? shownCredential(ports, asked) : undefined;
  if (rules.personBy === 'identity') demandRested(ports, asked);
  const challenge =
    earlierChallenge(ports, asked) ?? newChallenge(ports, rules, { ...asked, rpName }, credential);
  return {
    challenge: ports.keys.sign('lz-challenge+jwt', challenge.claims),
    keyList: signKeyList(ports, asked.sessionId),
  };
}

function shownCredential(ports: AuthorityPorts, asked: AuthorityChallengeBody): Credential {
  if (asked.credential === undefined) throw new Problem('request-invalid');
  const credential = ports.store.credentials.find(asked.credential);
  if (credential === undefined || !credential.live) throw new Problem('credential-void');
  refuseTestHolder(credential.person);
  const until = lockedUntil(ports, credential.person, asked.ceremony);
  if (until !== undefined) {
    throw new Problem('credential-locked', { retryAfter: Math.ceil((until - ports.now()) / 1000) });
  }
  if (!levelSuffices(credential.level, asked.level)) throw new Problem('level-too-low');
  return credential;
}

/** @throws Problem application-rests */
function demandRested(ports: AuthorityPorts, asked: AuthorityChallengeBody): void {
  const until = applicantRestsUntil(ports, applicantOf(asked));
  if (until !== undefined) {
    throw new Problem('application-rests', { retryAfter: Math.ceil((until - ports.now()) / 1000) });
  }
}

/** @throws Problem idempotency-key-reused where the attempt was asked for with other words */
function earlierChallenge({ store }: AuthorityPorts, asked: AuthorityChallengeBody): Challenge | undefined {
  const earlier = store.challenges.ofAttempt(asked.sessionId, asked.attempt);
  if (earlier !== undefined && canonical(earlier.asked) !== canonical(asked)) {
    throw new Problem('idempotency-key-reused');
  }
  return earlier;
}

function canonical(body: AuthorityChallengeBody): string {
  const sorted = (value: object) => Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(sorted({ ...body, consent: sorted(body.consent) }));
}

function newChallenge(
  ports: AuthorityPorts,
  rules: CeremonyRules,
  { rpName, ...asked }: AuthorityChallengeBody & { rpName: string },
  credential: Credential | undefined,
): Challenge {
  const { keys, random, scenarios, settings, store } = ports;
  const samples = awaitedSamples(ports, rules, asked, credential);
  const byPlatform = samples.includes('platform-face');
  const longest = byPlatform ? limits.platformChallengeLifetime : rules.challengeLifetime;
  const lifetime = lifetimeFor(credential?.person, longest);
  const iat = Math.floor(ports.now() / 1000);
  const exp = iat + lifetime / 1000;
  const fixed = scenarios.use('fixed-challenge', asked.sessionId);
  const { ceremony, sessionId, rpId, counterId, scene, level, purpose, deviceThumbprint } = asked;
  const challenge: Challenge = {
    asked,
    claims: {
      iss: settings.issuer,
      iat,
      exp,
      sandbox: true,
      challengeId: newId('chl', random),
      nonce: encodeBase64url(random(32)),
      ...{ ceremony, sessionId, rpId, rpName, counterId, scene, level, purpose, deviceThumbprint },
      prompts: fixed?.prompts ?? pickPrompts(random),
      digits: (rules.digits.kind === 'drawn' ? fixed?.digits : undefined) ?? pickDigits(rules.digits, random),
      samples,
      sealKeyId: keys.currentSealKeyId(settings.suite),
    },
    expiresAt: exp * 1000,
  };
  store.challenges.add(challenge);
  return challenge;
}

/** Of who shows a credential a voice is asked for only where one is enrolled. */
function awaitedSamples(
  ports: AuthorityPorts,
  rules: CeremonyRules,
  asked: AuthorityChallengeBody,
  credential: Credential | undefined,
): SampleKind[] {
  const face = platformTakesFace(ports, asked, credential) ? 'platform-face' : 'face';
  return samplesOf(rules, { voice: asked.consent.voice, idPhoto: asked.idPhoto ?? false })
    .filter((kind) => kind !== 'voice' || credential?.hasVoice !== false)
    .map((kind) => (kind === 'face' ? face : kind));
}

/** Whose name and number we cannot tell the platform is taken by the phone after all: the ID photo is there for both ways. */
function platformTakesFace(
  { faceVerifiers, register }: AuthorityPorts,
  { faceBy = 'phone' }: AuthorityChallengeBody,
  credential: Credential | undefined,
): boolean {
  if (faceBy === 'phone' || faceVerifiers[faceBy] === undefined) return false;
  return credential === undefined || register.identityOf(credential.person) !== undefined;
}
