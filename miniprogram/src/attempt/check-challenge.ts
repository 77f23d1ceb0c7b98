import { ceremonyNames, rulesOf } from '../../../shared/ceremonies.ts';
import {
  type AskedKind,
  type FaceTaker,
  facePrompts,
  type SampleKind,
  sampleKinds,
} from '../../../shared/challenge.ts';
import type { ChallengeAnswer, Consent } from '../../../shared/contract/attempt/03-challenge.ts';
import type { ChallengeClaims } from '../../../shared/contract/authority/03-challenge.ts';
import type { KeyListClaims } from '../../../shared/contract/authority/keys.ts';
import { idPattern } from '../../../shared/ids.ts';
import { verifyEs256 } from '../../../shared/jws/verify-es256.ts';
import { levels } from '../../../shared/levels.ts';
import * as limits from '../../../shared/limits.ts';
import { samplesOf } from '../../../shared/samples-of.ts';
import type { SealKey } from '../../../shared/seal/types.ts';
import { checkKeyList, sealKeyOf, untrusted } from '../holder/check-key-list.ts';
import { flag, type Guard, list, oneOf, record, text, whole } from '../holder/guards.ts';
import type { Holder } from '../holder/holder.ts';
import { HolderProblem } from '../holder/holder-problem.ts';
import { noteKeyList } from '../holder/newest-key-list.ts';
import { isClockOff, judgingTime } from '../holder/server-time.ts';
import type { SessionView } from '../holder/who-asks.ts';

/** Who else takes part, by role. */
const parties: Guard<Record<string, string>> = (value): value is Record<string, string> =>
  record({})(value) && Object.values(value).every(text(/^[A-Za-z0-9_-]{43}$/));

const isChallenge: Guard<ChallengeClaims> = record(
  {
    iss: text(),
    iat: whole(0),
    exp: whole(0),
    sandbox: flag,
    challengeId: text(new RegExp(idPattern.chl)),
    nonce: text(/^[A-Za-z0-9_-]{43}$/),
    ceremony: oneOf(ceremonyNames),
    sessionId: text(),
    rpId: text(),
    rpName: text(),
    counterId: text(),
    scene: text(),
    level: oneOf(levels),
    purpose: text(),
    deviceThumbprint: text(/^[A-Za-z0-9_-]{43}$/),
    prompts: list(oneOf(facePrompts), 2, 2),
    digits: text(/^[0-9]{6,30}$/),
    samples: list(oneOf(sampleKinds), 1, sampleKinds.length),
    sealKeyId: text(),
  },
  { parties },
);

/** A challenge that is the authority's own, for this phone and for what its owner agreed to. */
export interface CheckedChallenge {
  claims: ChallengeClaims;
  sealKey: SealKey;
  /** What else the authority signs for this challenge is checked by it. */
  keyList: KeyListClaims;
  /** The kid of the key that signed it, and of the registrar's that signed who asks. */
  signedBy: string;
  registrar?: string;
}

/** What the owner agreed to: the view that was on the screen, and the samples that may be taken. */
export interface Agreed {
  view: Pick<SessionView, 'id' | 'ceremony' | 'asks' | 'act'>;
  consent: Consent;
  idPhoto?: boolean;
  /** For which ward the owner acts: a delegation. */
  ward?: string;
}

/**
 * Trusts the pinned root alone: the BFF handed all of this over and may be lying.
 * @throws HolderProblem authority-untrusted, clock-wrong
 */
export function checkChallenge(holder: Holder, answer: ChallengeAnswer, agreed: Agreed): CheckedChallenge {
  const now = judgingTime(holder);
  try {
    const keyList = checkKeyList(answer.keyList, {
      trust: holder.trust,
      newestVersion: holder.link.newestKeyList.version,
      now,
    });
    const { claims, signedBy } = openChallenge(answer.challenge, keyList);
    const refusal =
      refusalByTime(claims, now) ??
      refusalByPlace(claims, holder, agreed) ??
      refusalByRegistrar(keyList, agreed) ??
      refusalByTask(claims, agreed, holder.link.faceBy);
    if (refusal !== undefined) throw untrusted(refusal);
    const sealKey = sealKeyOf(keyList, claims.sealKeyId);
    noteKeyList(holder, keyList);
    const { asks } = agreed.view;
    return {
      ...{ claims, sealKey, keyList, signedBy },
      ...(asks === undefined ? {} : { registrar: asks.registrar }),
    };
  } catch (problem) {
    throw clockIsWrong(holder, problem) ? new HolderProblem('clock-wrong', { cause: problem }) : problem;
  }
}

function openChallenge(jws: string, keyList: KeyListClaims): Pick<CheckedChallenge, 'claims' | 'signedBy'> {
  let claims: unknown;
  let signedBy = '';
  try {
    claims = verifyEs256({
      jws,
      type: 'lz-challenge+jwt',
      keyOf(kid) {
        signedBy = kid;
        return keyList.sign.find((key) => key.kid === kid)?.jwk;
      },
    });
  } catch (cause) {
    throw untrusted('challenge-signature', cause);
  }
  if (!isChallenge(claims)) throw untrusted('challenge-form');
  if (claims.iss !== keyList.iss || claims.sandbox !== keyList.sandbox) throw untrusted('challenge-issuer');
  return { claims, signedBy };
}

function refusalByTime(claims: ChallengeClaims, now: number): string | undefined {
  if (claims.exp * 1000 + limits.clockSkew < now) return 'challenge-expired';
  if (claims.iat * 1000 - limits.clockSkew > now) return 'challenge-not-yet';
  return undefined;
}

/** Everything that the owner saw must be what the authority was told, or another counter could borrow this face. */
function refusalByPlace(claims: ChallengeClaims, holder: Holder, { view }: Agreed): string | undefined {
  const nobody = { rpId: '', rpName: '', counterId: '', scene: '', purpose: view.act ?? '', level: '' };
  const asks = view.asks ?? nobody;
  const { level } = rulesOf(view.ceremony);
  if (claims.ceremony !== view.ceremony) return 'other-ceremony';
  if (claims.sessionId !== view.id) return 'other-session';
  if (claims.rpId !== asks.rpId || claims.rpName !== asks.rpName) return 'other-rp';
  if (claims.counterId !== asks.counterId) return 'other-counter';
  if (claims.scene !== asks.scene || claims.purpose !== asks.purpose) return 'other-purpose';
  // The authority alone knows at which level the credential stands that is shown.
  if (level !== 'of-credential' && claims.level !== (level === 'of-scene' ? asks.level : level))
    return 'other-level';
  if (claims.deviceThumbprint !== holder.device.thumbprint) return 'other-device';
  return undefined;
}

/** Whose names the owner saw may have been told by a registrar whose key leaked since. */
function refusalByRegistrar({ registrars }: KeyListClaims, { view: { asks } }: Agreed): string | undefined {
  return asks === undefined || registrars.includes(asks.registrar) ? undefined : 'registrar-struck';
}

/** A face goes to a platform only where its owner was told so; the phone's own capture is open to both. */
function refusalByTask(
  claims: ChallengeClaims,
  { view, consent, idPhoto = false, ward }: Agreed,
  faceBy: FaceTaker,
): string | undefined {
  if (!claims.prompts.some((prompt) => prompt === 'turn-left' || prompt === 'turn-right')) return 'no-turn';
  const byPlatform = claims.samples.includes('platform-face');
  if (byPlatform && (faceBy === 'phone' || ward !== undefined)) return 'sample-not-agreed';
  const rules = rulesOf(view.ceremony);
  const taken = (kind: AskedKind): SampleKind => (kind === 'face' && byPlatform ? 'platform-face' : kind);
  const needed = samplesOf(rules, { voice: false, idPhoto: false, excepted: true }).map(taken);
  const agreed = { voice: consent.voice, idPhoto, pin: true, grown: true };
  const allowed = new Set(samplesOf(rules, agreed).map(taken));
  const asked = new Set(claims.samples);
  if (asked.size !== claims.samples.length || !needed.every((kind) => asked.has(kind)))
    return 'samples-missing';
  if (claims.samples.some((kind) => !allowed.has(kind))) return 'sample-not-agreed';
  return undefined;
}

/** A phone that is days ahead refuses every challenge; that is for its owner to mend. */
function clockIsWrong(holder: Holder, problem: unknown): boolean {
  return (
    problem instanceof HolderProblem && /-(expired|not-yet)$/.test(problem.why ?? '') && isClockOff(holder)
  );
}
