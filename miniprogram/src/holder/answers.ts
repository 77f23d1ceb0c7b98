import { ceremonyNames } from '../../../shared/ceremonies.ts';
import { faceTakers, retryHints, sampleKinds } from '../../../shared/challenge.ts';
import type { CredentialAnswer } from '../../../shared/contract/apply/07-credential.ts';
import type { ChallengeAnswer } from '../../../shared/contract/attempt/03-challenge.ts';
import type { FaceBeginAnswer } from '../../../shared/contract/attempt/04-platform-face.ts';
import type { HolderView, WhoAsks } from '../../../shared/contract/holder-view.ts';
import type { LoginAnswer } from '../../../shared/contract/login/01-login.ts';
import type { SendCodeAnswer } from '../../../shared/contract/login/01-send-code.ts';
import type { Arrival, WaitingCounter } from '../../../shared/contract/verify/02-arrive.ts';
import { type ErrorCode, errors } from '../../../shared/errors.ts';
import { idPattern } from '../../../shared/ids.ts';
import { type Level, levels } from '../../../shared/levels.ts';
import { purposeText, sceneNames } from '../../../shared/scenes.ts';
import { sessionStates } from '../../../shared/sessions.ts';
import { either, flag, type Guard, list, moment, oneOf, record, text, whole, yes } from './guards.ts';

/*
 * The contract's own schemas do not come to the phone: their library needs a TextEncoder as it loads and look-behind in
 * regular expressions, and mini-programs have neither. These say the same by hand; the contract's types hold them to it.
 */

const purposes = Object.keys(purposeText).filter(
  (word): word is keyof typeof purposeText => word in purposeText,
);
const compact = text(/^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]*){2,4}$/);

const isWhoAsks: Guard<WhoAsks> = record({
  rpId: text(new RegExp(idPattern.rp)),
  counterId: text(new RegExp(idPattern.cnt)),
  scene: oneOf(sceneNames),
  level: oneOf(levels),
  purpose: oneOf(purposes),
  registration: record({ registrar: compact, statement: compact }),
});

export const isHolderView: Guard<HolderView> = record(
  {
    id: text(new RegExp(idPattern.ses)),
    ceremony: oneOf(ceremonyNames),
    state: oneOf(sessionStates),
    version: whole(1),
    serverTime: moment,
  },
  {
    deadline: moment,
    asks: isWhoAsks,
    mayExtend: yes,
    word: text(/^[0-9]{3}$/),
    awaited: list(oneOf(sampleKinds)),
    attemptsLeft: whole(0),
    hints: list(oneOf(retryHints)),
    decidedAt: moment,
    sandbox: flag,
  },
);

export const isArrival: Guard<Arrival> = record({
  ticket: text(/^[A-Za-z0-9_-]{22}$/),
  asks: isWhoAsks,
  serverTime: moment,
  deadline: moment,
});

export const isWaitingCounter: Guard<WaitingCounter> = record(
  {},
  { check: isHolderView, arrival: isArrival },
);

export const isLoginAnswer: Guard<LoginAnswer> = record(
  {
    accessToken: text(/^[\x21-\x7e]+$/),
    tokenType: oneOf(['DPoP']),
    expiresAt: moment,
    serverTime: moment,
    tookOver: flag,
  },
  { faceBy: oneOf(faceTakers) },
);

export const isSendCodeAnswer: Guard<SendCodeAnswer> = record({
  resendAfter: whole(0),
  expiresAt: moment,
  digits: whole(1),
  serverTime: moment,
});

export const isChallengeAnswer: Guard<ChallengeAnswer> = record({
  challenge: compact,
  keyList: compact,
  session: isHolderView,
});

export const isFaceBeginAnswer: Guard<FaceBeginAnswer> = record(
  { session: isHolderView },
  { begun: compact },
);

/** The phone's credential: a live one without its level or its handle is none that the BFF can mean. */
export type OwnCredential = CredentialAnswer &
  ({ status: 'none' | 'void' } | { status: 'live'; level: Level; handle: string });

export const isOwnCredential: Guard<OwnCredential> = either(
  record({ status: oneOf(['none', 'void']) }, { level: oneOf(levels), handle: text(), since: moment }),
  record({ status: oneOf(['live']), level: oneOf(levels), handle: text() }, { since: moment }),
);

/** The members of problem details (RFC 9457) that the phone goes by. */
export const isProblemAnswer: Guard<{ code: ErrorCode; traceId: string }> = record({
  code: (value: unknown): value is ErrorCode =>
    typeof value === 'string' && Object.keys(errors).includes(value),
  traceId: text(),
});
