import { encodeBase64url } from '../../../shared/bytes/base64url.ts';
import { ceremonies } from '../../../shared/ceremonies.ts';
import type { CeremonyRules } from '../../../shared/ceremony-rules.ts';
import type { SampleKind } from '../../../shared/challenge.ts';
import type {
  AuthorityChallengeAnswer,
  AuthorityChallengeBody,
} from '../../../shared/contract/authority/03-challenge.ts';
import { newId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import { readReceiptKey } from '../../../shared/receipt/read-receipt-key.ts';
import { samplesOf } from '../../../shared/samples-of.ts';
import { demandDelegation } from '../family/demand-delegation.ts';
import { signKeyList } from '../keys/sign-key-list.ts';
import { demandOfficer } from '../officers/demand-officer.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Challenge, Credential } from '../ports/store.ts';
import { applicantOf, applicantRestsUntil } from '../register/applications.ts';
import { keepReceiptKey } from '../register/keep-receipt-key.ts';
import { lifetimeFor } from '../register/test-holders.ts';
import { whoAsks } from '../registrar/who-asks.ts';
import { faceTakerIn } from '../verdict/face-taker-in.ts';
import { demandSameSession } from './demand-same-session.ts';
import { digitsOfNewVoice } from './digits-of-new-voice.ts';
import { pickDigits, pickPrompts } from './pick.ts';
import { shownCredential } from './shown-credential.ts';

/**
 * A signed challenge for one attempt of one session; the same attempt gets the same challenge again.
 * @throws Problem who-asks-unknown, application-rests, request-invalid, idempotency-key-reused, receipt-key-refused,
 * session-over, shift-over, officer-may-not, authority-unavailable, and what `shownCredential` and `demandDelegation` throw
 */
export function issueChallenge(
  ports: AuthorityPorts,
  asked: AuthorityChallengeBody,
): AuthorityChallengeAnswer {
  const rules: CeremonyRules = ceremonies[asked.ceremony];
  const { rpName } = whoAsks(ports.store.counters, asked);
  demandOwnReceiptKeys(asked);
  demandSameSession(ports, asked);
  demandDelegation(ports, asked);
  const credential = rules.personBy === 'credential' ? shownCredential(ports, rules, asked) : undefined;
  if (rules.samples.face !== undefined && !asked.consent.face) throw new Problem('request-invalid');
  if (rules.officer !== undefined) demandOfficer(ports, rules.officer, asked, credential?.person);
  if (rules.personBy === 'identity') demandRested(ports, asked);
  const challenge =
    earlierChallenge(ports, asked) ?? newChallenge(ports, rules, { ...asked, rpName }, credential);
  return {
    challenge: ports.keys.sign('lz-challenge+jwt', challenge.claims),
    keyList: signKeyList(ports, asked.sessionId),
  };
}

/**
 * A key that the device itself has not stated is somebody else's; so is one for a ward's copy that whoever takes the face has not stated.
 * @throws Problem receipt-key-refused, request-invalid for a copy where there is no ward
 */
function demandOwnReceiptKeys(asked: AuthorityChallengeBody): void {
  const { receiptKey, copyKey, deviceThumbprint, delegation } = asked;
  if (receiptKey !== undefined && readReceiptKey(receiptKey, deviceThumbprint) === undefined)
    throw new Problem('receipt-key-refused');
  if (copyKey === undefined) return;
  if (delegation === undefined) throw new Problem('request-invalid');
  if (readReceiptKey(copyKey, faceTakerIn(asked), 'copy') === undefined)
    throw new Problem('receipt-key-refused');
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
  return JSON.stringify(
    sorted({
      ...body,
      consent: sorted(body.consent),
      parties: sorted(body.parties ?? {}),
      delegation: sorted(body.delegation ?? {}),
    }),
  );
}

function newChallenge(
  ports: AuthorityPorts,
  rules: CeremonyRules,
  { rpName, ...asked }: AuthorityChallengeBody & { rpName: string },
  credential: Credential | undefined,
): Challenge {
  const { keys, random, scenarios, settings, store } = ports;
  const samples = awaitedSamples(ports, rules, asked, credential);
  const digits = (samples.includes('voice') && digitsOfNewVoice(rules, credential)) || rules.digits;
  const byPlatform = samples.includes('platform-face');
  const longest = byPlatform ? limits.platformChallengeLifetime : rules.challengeLifetime;
  const lifetime = lifetimeFor(credential?.person, longest);
  const iat = Math.floor(ports.now() / 1000);
  const exp = iat + lifetime / 1000;
  const fixed = scenarios.use('fixed-challenge', asked.sessionId);
  const { ceremony, sessionId, rpId, counterId, scene, level, purpose, deviceThumbprint, parties } = asked;
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
      digits: (digits.kind === 'drawn' ? fixed?.digits : undefined) ?? pickDigits(digits, random),
      samples,
      sealKeyId: keys.currentSealKeyId(settings.suite),
      ...(parties !== undefined && { parties }),
    },
    ...{ expiresAt: exp * 1000, shownState: credential?.state },
  };
  store.challenges.add(challenge);
  if (credential !== undefined) keepReceiptKey(ports, asked, credential);
  return challenge;
}

/** Of who shows a credential a voice is asked for only where one is enrolled, or one that was taken back is given again. */
function awaitedSamples(
  ports: AuthorityPorts,
  rules: CeremonyRules,
  asked: AuthorityChallengeBody,
  credential: Credential | undefined,
): SampleKind[] {
  const face = platformTakesFace(ports, asked, credential) ? 'platform-face' : 'face';
  const excepted = asked.exception === 'no-face';
  const { consent, idPhoto = false } = asked;
  const [pin, grown] = [asked.pin === true, asked.grown === true];
  return samplesOf(rules, { voice: consent.voice, idPhoto, excepted, pin, grown })
    .filter(
      (kind) => kind !== 'voice' || credential?.hasVoice !== false || digitsOfNewVoice(rules, credential),
    )
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
