import type { CounterView } from '../../../shared/contract/verify/08-result.ts';
import { isFinal } from '../../../shared/sessions.ts';
import { type Asked, type Check, isOver, type SharedCheck } from './check.ts';
import type { DeskClient } from './client.ts';
import { type Outcome, withOutcome } from './outcomes.ts';

/** The one check that is on at this counter, and what the clerk can do about it. Whatever changes is told by `changed`. */
export interface CheckRun {
  check(): Check | undefined;
  /** The same, as another window can be told it. */
  shared(): SharedCheck | undefined;
  outcomes(): readonly Outcome[];
  /** Opens a check for whoever comes next. */
  begin(asked: Asked): Promise<void>;
  /** Opens another check of the same kind; `again`: for the same guest. */
  once(more: 'next' | 'again'): Promise<void>;
  /** Takes a view of any session of this counter: newer than what is known, or of an end. */
  take(view: CounterView): void;
  giveWord(word: string): Promise<void>;
  extend(): Promise<void>;
  /** Ends the check that is on; where it was decided in the meantime, the answer says so. */
  end(reason: 'staffed' | 'abandoned'): Promise<void>;
  /** After an end without a pass: the clerk goes on with the ID card. */
  goOnStaffed(): void;
  /** Takes up a check that was on before this page was loaded, or that another window has on. */
  resume(check: Check): void;
  leave(): void;
}

/** @param serverNow the server's time, as far as this page is sure of it */
export function runCheck(
  client: DeskClient,
  serverNow: () => number | undefined,
  changed: () => void,
): CheckRun {
  let on: Check | undefined;
  let ended: readonly Outcome[] = [];

  function show(next: Check | undefined): void {
    on = next;
    changed();
  }

  async function begin({ scene, purpose }: Asked, again?: true): Promise<void> {
    const opened = await client.open(scene, purpose);
    const { counterId } = opened;
    if (on?.counterId !== counterId) ended = [];
    const { sessionId, level, openedAt, expiresAt: deadline } = opened;
    const state = { state: 'open', version: 1, mayExtend: true } as const;
    const view: CounterView = { sessionId, ...state, scene, level, openedAt, deadline };
    show({ counterId, purpose, view, serverNow, opened, ...(again && { again }) });
  }

  function take(view: CounterView): void {
    const before = ended;
    const isNews = on !== undefined && view.sessionId === on.view.sessionId && view.version > on.view.version;
    const endedAt = view.decidedAt ?? (isNews ? serverNow() : undefined);
    ended = withOutcome(ended, view, endedAt);
    if (on !== undefined && isNews)
      show({ ...on, view, ...(isFinal(view.state) && { endedAt: endedAt ?? Date.now() }) });
    else if (ended !== before) changed();
  }

  /** Acts on the session that is on and takes the answer; what was decided meanwhile is no fault. */
  async function act(call: (sessionId: string) => Promise<CounterView>): Promise<void> {
    if (on === undefined) return;
    const { sessionId } = on.view;
    try {
      take(await call(sessionId));
    } catch (refusal) {
      take(await client.read(sessionId));
      if (on !== undefined && !isOver(on)) throw refusal;
    }
  }

  return {
    check: () => on,
    shared() {
      if (on === undefined) return undefined;
      const { serverNow: _own, ...shared } = on;
      return shared;
    },
    outcomes: () => ended,
    begin: (asked) => begin(asked),
    async once(more) {
      if (on === undefined) return;
      const { purpose, view } = on;
      await begin({ scene: view.scene, purpose }, more === 'again' || undefined);
    },
    take,
    giveWord: (word) => act((sessionId) => client.giveWord(sessionId, word)),
    extend: () => act((sessionId) => client.extend(sessionId)),
    end: (reason) => act((sessionId) => client.end(sessionId, reason)),
    goOnStaffed() {
      if (on !== undefined && isOver(on)) show({ ...on, staffed: true });
    },
    resume: show,
    leave: () => show(undefined),
  };
}
