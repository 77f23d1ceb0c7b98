import { ceremonyNames } from '../../../shared/ceremonies.ts';
import { faceTakers, retryHints, sampleKinds } from '../../../shared/challenge.ts';
import type { CredentialAnswer } from '../../../shared/contract/apply/07-credential.ts';
import type { ChallengeAnswer } from '../../../shared/contract/attempt/03-challenge.ts';
import type { FaceBeginAnswer } from '../../../shared/contract/attempt/04-platform-face.ts';
import type { KeyListAnswer } from '../../../shared/contract/attempt/key-list.ts';
import type { AsksPrivately, HolderView, WhoAsks } from '../../../shared/contract/holder-view.ts';
import type { LoginAnswer } from '../../../shared/contract/login/01-login.ts';
import type { SendCodeAnswer } from '../../../shared/contract/login/01-send-code.ts';
import type { SoterChallengeAnswer } from '../../../shared/contract/login/01-soter.ts';
import type { DisputeAnswer } from '../../../shared/contract/protect/dispute.ts';
import type { Notice, NoticesAnswer } from '../../../shared/contract/protect/notices.ts';
import type { RemindersAnswer } from '../../../shared/contract/protect/reminders.ts';
import type { TicketAnswer } from '../../../shared/contract/protect/ticket.ts';
import type { Arrival, WaitingCounter } from '../../../shared/contract/verify/02-arrive.ts';
import { protectActs, voidReasons } from '../../../shared/credentials.ts';
import { type HolderErrorCode, holderErrors } from '../../../shared/holder-errors.ts';
import { idPattern } from '../../../shared/ids.ts';
import { type Level, levels } from '../../../shared/levels.ts';
import { noticeKinds } from '../../../shared/notices.ts';
import { purposeNames, sceneNames } from '../../../shared/scenes.ts';
import { sessionStates } from '../../../shared/sessions.ts';
import { either, flag, type Guard, list, moment, oneOf, record, text, whole, yes } from './guards.ts';

/*
 * The contract's own schemas do not come to the phone: their library needs a TextEncoder as it loads and look-behind in
 * regular expressions, and mini-programs have neither. These say the same by hand; the contract's types hold them to it.
 */

const compact = text(/^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]*){2,4}$/);

const isWhoAsks: Guard<WhoAsks> = record({
  rpId: text(new RegExp(idPattern.rp)),
  counterId: text(new RegExp(idPattern.cnt)),
  scene: oneOf(sceneNames),
  level: oneOf(levels),
  purpose: oneOf(purposeNames),
  registration: record({ registrar: compact, statement: compact }),
});

const isAsksPrivately: Guard<AsksPrivately> = record({
  meetingId: text(new RegExp(idPattern.mtg)),
  statement: record({ registrar: compact, statement: compact }),
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
    act: oneOf(protectActs),
    asksPrivately: isAsksPrivately,
    keyList: compact,
    ward: text(new RegExp(idPattern.del)),
    mayExtend: yes,
    word: text(/^[0-9]{3}$/),
    awaited: list(oneOf(sampleKinds)),
    attemptsLeft: whole(0),
    hints: list(oneOf(retryHints)),
    decidedAt: moment,
    sandbox: flag,
  },
);

export const isArrival: Guard<Arrival> = record(
  {
    ticket: text(/^[A-Za-z0-9_-]{22}$/),
    asks: isWhoAsks,
    serverTime: moment,
    deadline: moment,
  },
  { keyList: compact },
);

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

export const isKeyListAnswer: Guard<KeyListAnswer> = record({ keyList: compact });

export const isFaceBeginAnswer: Guard<FaceBeginAnswer> = record(
  { session: isHolderView },
  { begun: compact },
);

/** In which states there is something to be done with a credential: it has a level and a handle then. */
const alive = ['active', 'frozen', 'suspended', 'card-reported-lost', 'unusable'] as const;

/** The phone's credential: one that is alive without its level or its handle is none that the BFF can mean. */
export type OwnCredential =
  | (Omit<CredentialAnswer, 'state'> & { state: 'none' })
  | (Omit<CredentialAnswer, 'state'> & { state: 'void' })
  | (Omit<CredentialAnswer, 'state'> & { state: (typeof alive)[number]; level: Level; handle: string });

const details = {
  since: moment,
  reason: oneOf(voidReasons),
  strictFrom: moment,
  endsAt: moment,
  cardReportEnds: moment,
  movable: record({ from: moment, until: moment }),
};

const past = { ...details, level: oneOf(levels), handle: text() };

export const isOwnCredential: Guard<OwnCredential> = either(
  either(record({ state: oneOf(['none']) }, past), record({ state: oneOf(['void']) }, past)),
  record({ state: oneOf(alive), level: oneOf(levels), handle: text() }, details),
);

export const isNotice: Guard<Notice> = record(
  { seq: whole(1), kind: oneOf(noticeKinds), at: moment },
  { until: moment, sealed: text(/^[A-Za-z0-9_-]{4160}$/) },
);

export const isNoticesAnswer: Guard<NoticesAnswer> = record({ notices: list(isNotice), serverTime: moment });

export const isTicketAnswer: Guard<TicketAnswer> = record({
  ticket: text(/^[\x21-\x7e]+$/),
  lostAt: moment,
  until: moment,
  disputed: flag,
  notices: list(isNotice),
  serverTime: moment,
});

export const isDisputeAnswer: Guard<DisputeAnswer> = record({
  disputeId: text(new RegExp(idPattern.dsp)),
  serverTime: moment,
});

export type Reminders = RemindersAnswer;

export const isReminders: Guard<Reminders> = record(
  { templates: list(text()), on: flag, serverTime: moment },
  { by: oneOf(['wechat', 'alipay']) },
);

export const isSoterChallenge: Guard<SoterChallengeAnswer> = record({
  challenge: text(/^[A-Za-z0-9_-]{43}$/),
  expiresAt: moment,
});

/** The members of problem details (RFC 9457) that the phone goes by. */
export const isProblemAnswer: Guard<{ code: HolderErrorCode; traceId: string }> = record({
  code: (value: unknown): value is HolderErrorCode =>
    typeof value === 'string' && Object.keys(holderErrors).includes(value),
  traceId: text(),
});
