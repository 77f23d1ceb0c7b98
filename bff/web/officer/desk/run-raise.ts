import { assistChallengeCall } from '../../../../shared/contract/assist/03-challenge.ts';
import { relayOfGuestCall } from '../../../../shared/contract/assist/06-sample.ts';
import { endRaiseCall, openRaiseCall, readRaiseCall } from '../../../../shared/contract/raise/01-open.ts';
import { raiseWordCall } from '../../../../shared/contract/raise/02-word.ts';
import {
  exceptRaiseCall,
  relayCardCall,
  relayKinCall,
  relayKinFaceCall,
} from '../../../../shared/contract/raise/03-card.ts';
import { wantPinCall } from '../../../../shared/contract/raise/03-pin.ts';
import type { OfficerView } from '../../../../shared/contract/raise/officer-view.ts';
import type { OpenSessionAnswer } from '../../../../shared/contract/verify/01-open-session.ts';
import * as limits from '../../../../shared/limits.ts';
import { isFinal } from '../../../../shared/sessions.ts';
import type { ServerClock } from '../../desk/live/server-clock.ts';
import { Refused } from '../../staff/call/refused.ts';
import type { AtWork } from '../call/shift.ts';
import type { Sent } from '../call/sign-word.ts';
import type { CardDraft } from '../card/card-draft.ts';
import type { SealedAtDesk } from '../card/seal-at-desk.ts';
import type { Bound, Raise } from './to-check.ts';
import { type DeskWork, deskWords } from './work-words.ts';

/** What was read off a card, or shows a ward, as it was sealed here. */
export type Papers = SealedAtDesk & { kind: keyof typeof relayOf };

const relayOf = { card: relayCardCall, kin: relayKinCall, 'kin-face': relayKinFaceCall };

/** The one session that is on at this desk. Whatever changes is told by `changed`. */
export interface RaiseRun {
  raise(): Raise | undefined;
  /** The server is not reached: what is shown may be out of date. */
  isLost(): boolean;
  /** Opens one of that kind; `grown`: the ward is known by the own face. */
  begin(work?: DeskWork, grown?: true): Promise<void>;
  /** Where no phone takes part: the card did not fit, and is read once more. */
  again(): Promise<void>;
  /** Takes up the session that was on before a reload. */
  resume(sessionId: string, kept: { work: DeskWork; sent: Sent }): Promise<void>;
  except(): Promise<void>;
  /** The holder wants to set a PIN. */
  wantPin(): Promise<void>;
  /** Sends what the holder typed, sealed. */
  sendPin(sealed: SealedAtDesk & { kind: 'pin' }): Promise<void>;
  giveWord(word: string): Promise<void>;
  /** Sends what was read off a card, or shows a ward, as it was sealed. */
  sendPapers(sealed: Papers, bound?: Bound): Promise<void>;
  /** Takes a view that came by another way: an officer has signed. */
  take(view: OfficerView): void;
  /** Ends it undecided; where it was decided meanwhile that stands. */
  end(): Promise<void>;
  /** The desk is free again. */
  leave(): void;
}

interface Around {
  at: Pick<AtWork, 'client'>;
  clock: ServerClock;
  card: CardDraft;
  changed: () => void;
  /** A session of this page came to its end, once. */
  ended: (view: OfficerView) => void;
}

/** Opens sessions and follows the one that is on until its end. A card that was read for it goes with it. */
export function runRaise({ at, clock, card, changed, ended }: Around): RaiseRun {
  const { call } = at.client;
  let on: Raise | undefined;
  let lost = false;
  let following = new AbortController();

  function take(view: OfficerView): void {
    if (on === undefined || view.sessionId !== on.view.sessionId || view.version < on.view.version) return;
    const isEnd = isFinal(view.state) && on.endedAt === undefined;
    // What was sealed for one attempt opens in no other, and what has come is not to be taken for the next paper.
    const isAnew = isFinal(view.state) || view.state === 'claimed';
    const held = card.now();
    if (isAnew || (held.is === 'sealed' && view.awaited?.includes(held.kind) !== true)) card.wipe();
    on = {
      ...on,
      view: { ...view, ceremony: on.work },
      ...(isAnew && { sent: {} }),
      endedAt: isEnd ? (view.endedAt ?? clock.now() ?? Date.now()) : on.endedAt,
    };
    if (isEnd) ended(view);
    changed();
  }

  function put(
    view: OfficerView,
    { work, opened, sent = {} }: { work: DeskWork; opened?: OpenSessionAnswer; sent?: Sent },
  ): void {
    following.abort();
    following = new AbortController();
    card.wipe();
    on = {
      work,
      view: { ...view, ceremony: work },
      opened,
      sent,
      endedAt: isFinal(view.state) ? (view.endedAt ?? Date.now()) : undefined,
    };
    changed();
    void follow(view.sessionId, following.signal);
  }

  async function follow(sessionId: string, signal: AbortSignal): Promise<void> {
    for (let failures = 0; !signal.aborted && on !== undefined && !isFinal(on.view.state); ) {
      const query = { after: on.view.version, wait: limits.longPollSeconds };
      try {
        const view = await call(readRaiseCall, { params: { sessionId }, query }, { signal });
        failures = 0;
        setLost(false);
        if (!signal.aborted) take(view);
      } catch (fault) {
        if (signal.aborted) return;
        if (!(fault instanceof Refused)) throw fault;
        if (fault.why === 'not-found' || fault.why === 'shift-over') return leave();
        setLost(true);
        const pause = Math.min(limits.officerPause * 2 ** failures++, limits.officerPauseMost);
        await new Promise((later) => setTimeout(later, pause));
      }
    }
  }

  function setLost(now: boolean): void {
    if (lost === now) return;
    lost = now;
    changed();
  }

  function leave(): void {
    following.abort();
    card.wipe();
    on = undefined;
    lost = false;
    changed();
  }

  /** What was sealed here is what is signed over, and nothing else of its kind. */
  function noteSent({ kind, digest }: SealedAtDesk): void {
    if (on !== undefined) on = { ...on, sent: { ...on.sent, [kind]: digest } };
  }

  const params = () => ({ sessionId: on?.view.sessionId ?? '' });

  return {
    raise: () => on,
    isLost: () => lost,
    async begin(work = 'raise', grown) {
      const asked = clock.moment();
      const opened = await call(openRaiseCall, { body: { ceremony: work, ...(grown && { grown }) } });
      clock.hear(opened.serverTime, 0, asked);
      const { sessionId, serverTime, expiresAt: deadline } = opened;
      if (!deskWords[work].byPhone) {
        // Nobody scans: what is read off the card is sealed for a challenge of this browser's own.
        const begun = await call(assistChallengeCall, { params: { sessionId }, body: { voice: false } });
        return put(begun.session, { work, opened });
      }
      const first = { sessionId, ceremony: work, state: 'open', version: 1, serverTime, deadline } as const;
      put(first, { work, opened });
    },
    async again() {
      take((await call(assistChallengeCall, { params: params(), body: { voice: false } })).session);
    },
    async resume(sessionId, kept) {
      put(await call(readRaiseCall, { params: { sessionId }, query: {} }), kept);
    },
    async except() {
      take(await call(exceptRaiseCall, { params: params(), body: { exception: 'no-face' } }));
    },
    async wantPin() {
      take(await call(wantPinCall, { params: params() }));
    },
    async sendPin(sealed) {
      // Before the answer, which may be lost: what has arrived is what is signed over.
      noteSent(sealed);
      take(await call(relayOfGuestCall, { params: { ...params(), kind: sealed.kind } }, { sealed }));
    },
    async giveWord(word) {
      take(await call(raiseWordCall, { params: params(), body: { word } }));
    },
    async sendPapers(sealed, bound) {
      // Before the answer, as of a PIN.
      noteSent(sealed);
      if (on !== undefined && bound !== undefined) on = { ...on, bound };
      const view = await call(relayOf[sealed.kind], { params: params() }, { sealed });
      card.wipe();
      take(view);
    },
    take,
    async end() {
      try {
        take(await call(endRaiseCall, { params: params() }));
      } catch (refusal) {
        take(await call(readRaiseCall, { params: params(), query: {} }));
        if (on !== undefined && !isFinal(on.view.state)) throw refusal;
      }
    },
    leave,
  };
}
