import { type Static, type TSchema, Type } from 'typebox';
import { retryHints, sampleKinds } from '../../../shared/challenge.ts';
import { LocatorSchema, ReceiptWanted } from '../../../shared/contract/attempt/03-challenge.ts';
import { ReadVerdict } from '../../../shared/contract/authority/07-verdict.ts';
import {
  Base64urlSchema,
  exact,
  LevelSchema,
  oneOf,
  PurposeSchema,
  SceneSchema,
  TimeSchema,
} from '../../../shared/contract/schema.ts';
import { scans, wordPolicies } from '../../../shared/counter-word.ts';
import { protectActs } from '../../../shared/credentials.ts';
import { type Ids, idPattern } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { isFinal, type SessionState } from '../../../shared/sessions.ts';
import { Word, WordMissing } from './word.ts';

const id = <K extends keyof Ids>(kind: K) =>
  Type.Unsafe<Ids[K]>({ type: 'string', pattern: idPattern[kind] });
/** RFC 7638. */
const Thumbprint = Base64urlSchema(43, 43);
/** As many as a verdict may carry. */
const Hints = Type.Array(oneOf(retryHints), { maxItems: retryHints.length });

/** Who asks, where, for what: set when a counter opens a session, never changed. */
const Request = exact({
  rpId: id('rp'),
  counterId: id('cnt'),
  scene: SceneSchema,
  level: LevelSchema,
  purpose: PurposeSchema,
  /** When the counter word is demanded, as it was for this RP and scene at the opening. */
  word: oneOf(wordPolicies),
});
export type Request = Static<typeof Request>;

/** The counter code's two halves; the secret is base64url and dies with the session. */
const Code = exact({ token: Base64urlSchema(22, 22), secret: Base64urlSchema(43, 43) });

const byCounter = { by: Type.Literal('counter'), request: Request };
/** Nobody but the holder: for what, and at which level, where the ceremony leaves that to the one who asks. */
const byHolder = exact({
  by: Type.Literal('holder'),
  act: Type.Optional(oneOf(protectActs)),
  level: Type.Optional(LevelSchema),
});
/** Another person, in a meeting that both have a check of. */
const AskedByPeer = exact({ by: Type.Literal('peer'), meetingId: id('mtg') });
/** A counter, another person, or nobody but the holder. */
const Asked = Type.Union([exact(byCounter), byHolder, AskedByPeer]);
const AskedByCode = exact({
  ...byCounter,
  code: Code,
  /** Somebody scanned and could not go on at once, for whichever cause. */
  needsMoreTime: Type.Optional(Type.Literal(true)),
  /** The counter has given more time, or nobody gives any, as it ends by `endsBy`. */
  extended: Type.Optional(Type.Literal(true)),
  /** Of a device flow: by when it has ended, in whichever state and whoever moves a deadline. */
  endsBy: Type.Optional(TimeSchema),
  /** The phone whose late scan had to give way to a fresh one. */
  displaced: Type.Optional(Thumbprint),
  /** What an officer has excepted before the holder agreed. */
  exception: Type.Optional(Type.Literal('no-face')),
  /** The holder said to an officer that they want to set a PIN. */
  pin: Type.Optional(Type.Literal(true)),
  /** Of a family: the officer says that the ward is known by the own face. */
  grown: Type.Optional(Type.Literal(true)),
});
const AskedAndLive = Type.Union([AskedByCode, byHolder, AskedByPeer]);

/** The one phone that took the session. */
const holder = {
  holderId: id('hol'),
  deviceThumbprint: Thumbprint,
  /** Attempts used up before this one. */
  attempts: Type.Integer({ minimum: 0, maximum: limits.attemptsPerSession }),
  /** What the last attempt should do better; empty before the first. */
  hints: Hints,
};
const showing = {
  ...holder,
  shows: Type.Literal('credential'),
  credential: id('crd'),
  /** How it was scanned, where it is shown to a counter. */
  scanned: Type.Optional(oneOf(scans)),
  /** Where it is for a ward from the beginning: by which delegation. */
  ward: Type.Optional(id('del')),
  /** And where the terminal that opened it wants the ward's own copy of the receipt to be kept. */
  copy: Type.Optional(ReceiptWanted),
  /** The phone has moved a deadline, which it may once; `spare`: one challenge that runs out costs no attempt, and `spared`: it did. */
  extended: Type.Optional(oneOf(['moved', 'spare', 'spared'])),
};
const { holderId: _, ...device } = holder;
/** An officer's browser in the place of a phone: whose card it is the authority alone knows. */
const byCard = { ...device, shows: Type.Literal('card'), since: TimeSchema };
const Claim = Type.Union([
  /** `word` where one is demanded. */
  exact({ ...showing, word: Type.Optional(Word) }),
  exact({ ...holder, shows: Type.Literal('nothing') }),
  exact({ ...byCard, word: Type.Optional(Word) }),
]);
const ClaimWithoutWord = Type.Union([
  exact({ ...showing, word: WordMissing }),
  exact({ ...byCard, word: WordMissing }),
]);
export type ClaimWithoutWord = Static<typeof ClaimWithoutWord>;
export type Claim = Static<typeof Claim>;

/** One challenge of the authority and the samples it still awaits. */
const Attempt = exact({
  challengeId: id('chl'),
  nonce: Base64urlSchema(43, 43),
  challengeExpiresAt: TimeSchema,
  awaited: Type.Array(oneOf(sampleKinds)),
  /** Where the phone wants its receipt to be kept: gone with the attempt, so that nothing says which session it is of. */
  receipt: Type.Optional(LocatorSchema),
  /** The same of a ward's own copy. */
  copy: Type.Optional(LocatorSchema),
  /** An officer has decided, and a second one has to bear it out. */
  secondNeeded: Type.Optional(Type.Literal(true)),
  /** Where it is a ward's face that is looked at: by which delegation of the holder's. */
  ward: Type.Optional(id('del')),
});

const Consent = exact({ face: Type.Boolean(), voice: Type.Boolean() });
export type Consent = Static<typeof Consent>;
const ConsentSoFar = Type.Union([Consent, Type.Literal('not-given')]);

const every = {
  id: id('ses'),
  ceremony: Type.String(),
  /** Counts the changes; every change is a compare-and-set on it. */
  version: Type.Integer({ minimum: 1 }),
  /** Counts what the counter is shown; rises where that changes, and only then (`following`). */
  shown: Type.Integer({ minimum: 1 }),
  openedAt: TimeSchema,
  /** When this state ends by itself, epoch milliseconds. */
  deadline: TimeSchema,
  /** Who else takes part, by role: the thumbprint of the key by which that party is known. */
  parties: Type.Record(Type.String({ pattern: '^[a-z-]{1,32}$' }), Thumbprint),
};
const live = { ...every, asked: AskedAndLive };
/** `readableBy` is the phone that took part: forgotten after `limits.claimMemory`. */
const over = { ...every, asked: Asked, endedAt: TimeSchema, readableBy: Type.Optional(Thumbprint) };
/** `sandbox`: a sandbox authority decided; such a result proves nothing. */
const decided = { ...over, consent: Consent, level: LevelSchema, sandbox: Type.Boolean() };
const undecided = { ...over, consent: ConsentSoFar };
const relayed = { state: Type.Literal('deciding'), ...live, consent: Consent, attempt: Attempt };

/** The fields of each state, and no others. */
export const sessionSchemas = {
  open: exact({ state: Type.Literal('open'), ...every, asked: AskedByCode }),
  claimed: exact({ state: Type.Literal('claimed'), ...live, consent: ConsentSoFar, claim: Claim }),
  challenged: exact({
    ...{ state: Type.Literal('challenged'), ...live, consent: Consent },
    ...{ claim: Claim, attempt: Attempt },
  }),
  deciding: Type.Union([
    exact({ ...relayed, claim: Claim }),
    /** The authority has decided, and nobody is told before the counter word has come. */
    exact({ ...relayed, claim: ClaimWithoutWord, verdict: ReadVerdict }),
  ]),
  passed: exact({ state: Type.Literal('passed'), ...decided }),
  failed: exact({ state: Type.Literal('failed'), ...decided, hints: Hints }),
  /** Another officer decides: the holder is told to come or to call. */
  'in-review': exact({ state: Type.Literal('in-review'), ...decided }),
  declined: exact({ state: Type.Literal('declined'), ...undecided }),
  cancelled: exact({ state: Type.Literal('cancelled'), ...undecided }),
  expired: exact({ state: Type.Literal('expired'), ...undecided }),
  aborted: exact({ state: Type.Literal('aborted'), ...undecided }),
  superseded: exact({ state: Type.Literal('superseded'), ...undecided }),
} as const satisfies Record<SessionState, TSchema>;

/** A session as it is stored: in each state its legal fields only. */
export type Session = { [State in SessionState]: Static<(typeof sessionSchemas)[State]> }[SessionState];
export type InState<State extends SessionState> = Extract<Session, { state: State }>;
export type LiveSession = InState<'open' | 'claimed' | 'challenged' | 'deciding'>;

/** A session without what is counted of it. */
export type Next = Session extends infer S
  ? S extends Session
    ? Omit<S, 'version' | 'shown'>
    : never
  : never;

/** A check that lives: it has a counter, and a code with its secret. */
export type LiveCheck = LiveSession & { asked: Static<typeof AskedByCode> };

/** Whether it is a check of which something may still become. */
export function isLiveCheck(session: Session): session is LiveCheck {
  return 'code' in session.asked;
}

/** Whether something may still become of it. */
export function isLive(session: Session): session is LiveSession {
  return !isFinal(session.state);
}
