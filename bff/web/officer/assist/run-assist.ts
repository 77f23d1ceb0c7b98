import { assistCall, type CheckToAssist, openCheckCall } from '../../../../shared/contract/assist/01-open.ts';
import {
  type AssistChallengeBody,
  assistChallengeCall,
} from '../../../../shared/contract/assist/03-challenge.ts';
import { relayOfGuestCall } from '../../../../shared/contract/assist/06-sample.ts';
import { endRaiseCall, readRaiseCall } from '../../../../shared/contract/raise/01-open.ts';
import { raiseWordCall } from '../../../../shared/contract/raise/02-word.ts';
import { relayCardCall } from '../../../../shared/contract/raise/03-card.ts';
import { beginDecisionCall, decideRaiseCall } from '../../../../shared/contract/raise/08-decision.ts';
import type { OfficerView } from '../../../../shared/contract/raise/officer-view.ts';
import type { OpenSessionAnswer } from '../../../../shared/contract/verify/01-open-session.ts';
import type { Level } from '../../../../shared/levels.ts';
import * as limits from '../../../../shared/limits.ts';
import type { RaiseDecision } from '../../../../shared/raise/decision.ts';
import { isFinal } from '../../../../shared/sessions.ts';
import type { Asked } from '../../desk/check.ts';
import { Refused } from '../../staff/call/refused.ts';
import { signByPasskey } from '../../staff/call/use-passkey.ts';
import { newestKeyList, noteKeyList } from '../call/browser-key.ts';
import { type OwnTold, readOwnChallenge } from '../call/read-told.ts';
import { type Sent, signDecision } from '../call/sign-word.ts';
import { sealAtDesk } from '../card/seal-at-desk.ts';
import type { Work } from '../desk/open-desk.ts';

/** The check that is on at this counter. */
export interface Assist {
  sessionId: string;
  asked: Asked & { level: Level; openedAt: number };
  /** Makes the codes, where this page opened it. */
  opened?: OpenSessionAnswer;
  /** The card was compared with its print, and waits in this page for the guest to choose. */
  compared?: true;
  /** Once the attendant has taken it. */
  view?: OfficerView;
  /** The challenge of this attempt, once the guest has chosen. */
  told?: OwnTold;
  /** What was sealed here for it: all that is signed over. */
  sent?: Sent;
  endedAt?: number;
}

export type AssistRun = ReturnType<typeof runAssist>;

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

/** Carries one check after the other through, from its opening to the end. Whatever changes is told by `changed`. */
export function runAssist(
  { at, clock, card, trust }: Pick<Work, 'at' | 'clock' | 'card' | 'trust'>,
  changed: () => void,
) {
  const { call } = at.client;
  let on: Assist | undefined;
  let following = new AbortController();
  const sessionOn = () => ({ sessionId: on?.sessionId ?? '' });

  /** Nothing more is heard of what was followed. @returns by what the next following is ended */
  function anew(): AbortSignal {
    following.abort();
    following = new AbortController();
    return following.signal;
  }

  function put(next: Assist | undefined): void {
    anew();
    card.wipe();
    on = next;
    changed();
  }

  function take(view: OfficerView): void {
    if (on === undefined || on.sessionId !== view.sessionId) return;
    if (on.view !== undefined && view.version < on.view.version) return;
    const { told, sent, compared, ...kept } = on;
    const goesOn = view.state === 'challenged' || view.state === 'deciding';
    const attempt = { ...(told !== undefined && { told }), ...(sent !== undefined && { sent }) };
    // Another attempt begins with the card.
    const waits = told === undefined && compared === true;
    on = { ...kept, ...(goesOn && attempt), ...(waits && { compared }), view };
    if (isFinal(view.state)) {
      card.wipe();
      on.endedAt ??= view.endedAt ?? clock.now() ?? Date.now();
    }
    changed();
  }

  /** Until the end, until another check is on, or while an attempt begins. */
  async function follow(signal: AbortSignal): Promise<void> {
    for (let failures = 0; !signal.aborted; ) {
      const view = on?.view;
      if (view === undefined || isFinal(view.state)) return;
      const query = { after: view.version, wait: limits.longPollSeconds };
      try {
        const told = await call(readRaiseCall, { params: sessionOn(), query }, { signal });
        failures = 0;
        if (!signal.aborted) take(told);
      } catch (fault) {
        if (signal.aborted) return;
        if (!(fault instanceof Refused)) throw fault;
        if (fault.why === 'not-found' || fault.why === 'shift-over') return put(undefined);
        const pause = Math.min(limits.officerPause * 2 ** failures++, limits.officerPauseMost);
        await new Promise((later) => setTimeout(later, pause));
      }
    }
  }

  async function beginAttempt(chosen: AssistChallengeBody): Promise<void> {
    const { sessionId } = sessionOn();
    const answer = await call(assistChallengeCall, { params: { sessionId }, body: chosen });
    const judging = { trust, newest: await newestKeyList(), now: clock.now() ?? answer.session.serverTime };
    const expected = {
      ceremony: 'assist',
      sessionId,
      thumbprint: at.thumbprint,
      shift: at.claims,
    } as const;
    const told = readOwnChallenge(answer, expected, judging);
    await noteKeyList(told.keyListVersion);
    const made = await card.seal(told);
    if (on === undefined) return;
    on = { ...on, told, sent: { card: made.digest } };
    take(answer.session);
    take(await call(relayCardCall, { params: { sessionId } }, { sealed: made }));
    card.wipe();
    changed();
  }

  async function sealed(told: OwnTold, kind: 'pin' | 'voice', plaintext: Uint8Array): Promise<void> {
    const made = await sealAtDesk(told, kind, plaintext, random);
    if (on !== undefined) on = { ...on, sent: { ...on.sent, [kind]: made.digest } };
    take(await call(relayOfGuestCall, { params: { ...sessionOn(), kind } }, { sealed: made }));
  }

  return {
    on: () => on,
    /** Opens one as the counter does: a phone may still scan it. */
    async open(asked: Asked): Promise<void> {
      const moment = clock.moment();
      const { scene, purpose } = asked;
      const opened = await call(openCheckCall, { body: { scene, purpose } });
      clock.hear(opened.serverTime, 0, moment);
      const { sessionId, level, openedAt } = opened;
      put({ sessionId, asked: { scene, purpose, level, openedAt }, opened });
    },
    /** One that the counter has opened. */
    choose({ sessionId, scene, purpose, level, openedAt }: CheckToAssist): void {
      put({ sessionId, asked: { scene, purpose, level, openedAt } });
    },
    /** The card is there: the check is the attendant's from now on, and the guest chooses. */
    async compare(): Promise<void> {
      const isFirst = on?.view === undefined;
      if (isFirst) take(await call(assistCall, { params: sessionOn() }));
      if (on === undefined) return;
      on = { ...on, compared: true };
      changed();
      if (isFirst) void follow(following.signal);
    },
    /** The guest has chosen. The card is sealed for this attempt, and what was sealed is let go of once it was sent. */
    async begin(chosen: AssistChallengeBody): Promise<void> {
      // Told of the attempt before its challenge is here the page would take it for one that is lost.
      const signal = anew();
      try {
        await beginAttempt(chosen);
      } finally {
        void follow(signal);
      }
    },
    /** @param plaintext as packed; it is overwritten */
    async give(kind: 'pin' | 'voice', plaintext: Uint8Array): Promise<void> {
      if (on?.told !== undefined) await sealed(on.told, kind, plaintext);
    },
    /** Has the passkey sign what the attendant answered. @throws Refused */
    async sign(decision: RaiseDecision): Promise<void> {
      if (on?.told === undefined) return;
      const params = sessionOn();
      const begun = await call(beginDecisionCall, { params, body: { decision } });
      const { claims } = on.told;
      const of = { decision, claims, shift: at.claims, sent: on.sent ?? {} };
      take(await call(decideRaiseCall, { params, body: await signDecision(begun, of, signByPasskey) }));
    },
    async giveWord(word: string): Promise<void> {
      take(await call(raiseWordCall, { params: sessionOn(), body: { word } }));
    },
    /** Ends it undecided, once it was taken; one that nobody took is left to its counter. */
    async end(): Promise<void> {
      if (on?.view === undefined) return put(undefined);
      try {
        take(await call(endRaiseCall, { params: sessionOn() }));
      } catch (refusal) {
        take(await call(readRaiseCall, { params: sessionOn(), query: {} }));
        if (on?.view !== undefined && !isFinal(on.view.state)) throw refusal;
      }
    },
    leave: () => put(undefined),
  };
}
