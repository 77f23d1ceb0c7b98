import { endShiftCall, readShiftCall } from '../../../../shared/contract/officer/shift.ts';
import type { OfficerShift } from '../../../../shared/contract/officer/terms.ts';
import type { OfficerView } from '../../../../shared/contract/raise/officer-view.ts';
import type { CardReader } from '../../../../shared/sample/card-reader.ts';
import { ownTab } from '../../counter/live/own-tab.ts';
import { type TwoWindows, twoWindows } from '../../counter/live/two-windows.ts';
import type { SharedCheck } from '../../desk/check.ts';
import { playTone } from '../../kit/play-tone.ts';
import type { Around, AtWork } from '../call/shift.ts';
import { type CardDraft, cardDraft } from '../card/card-draft.ts';
import { readerAt } from '../card/read-card.ts';
import { readKept } from '../kept.ts';
import { addToSums, sumOf } from './day-sums.ts';
import { keptSession } from './kept-session.ts';
import { type RaiseRun, runRaise } from './run-raise.ts';
import { toCheck } from './to-check.ts';

/** All that the pages of an open shift work with. */
export interface Work extends Around {
  at: AtWork;
  shift: OfficerShift;
  run: RaiseRun;
  card: CardDraft;
  reader: CardReader | undefined;
  /** Reads the shift anew: how much is left, what waits. */
  refresh(): Promise<void>;
  /** Ends the shift at the authority, as far as that can be reached, and lets go of whatever is on. */
  end(): Promise<void>;
}

/** A desk that is open, for as long as its shift is. */
export interface OpenDesk {
  work(): Work;
  /** Told whenever something has changed. */
  subscribe(changed: () => void): () => void;
  close(): void;
}

/** What the officer's window tells the second display. */
export interface OnShown {
  view: { sessionId: string };
  check: SharedCheck;
}

const nothingSent = { card: undefined, pin: undefined, kin: undefined, 'kin-face': undefined };

/** The windows of this page, which hear none of the counter's. */
export const officerChannel = () => new BroadcastChannel('liangzheng-officer 1');

/** @param readerUrl where the card reader of this computer answers */
export function openDesk(
  around: Around,
  { at, shift: opened, readerUrl }: { at: AtWork; shift: OfficerShift; readerUrl: string | undefined },
): OpenDesk {
  const { clock } = around;
  const { counterId, officerId } = at.claims;
  const told = new Set<() => void>();
  const tell = () => {
    for (const changed of told) changed();
  };
  let shift = opened;
  let windows: TwoWindows | undefined;
  let closed = false;

  function ended(view: OfficerView): void {
    const { state } = view;
    addToSums(officerId, clock.now() ?? Date.now(), sumOf(view));
    if (readKept().sound && (state === 'passed' || state === 'failed'))
      playTone(state === 'passed' ? 'pass' : 'fail');
  }

  function changed(): void {
    const on = run.raise();
    keptSession.keep({ sessionId: on?.view.sessionId, work: on?.work, ...nothingSent, ...on?.sent });
    windows?.tell();
    tell();
  }

  const card = cardDraft((length) => crypto.getRandomValues(new Uint8Array(length)));
  const { sessionId, work, ...sent } = keptSession.read();
  const run = runRaise({ at, clock, card, changed, ended });
  if (sessionId !== undefined && work !== undefined)
    void run.resume(sessionId, { work, sent }).catch(run.leave);
  void ownTab().then((tab) => {
    if (closed) return;
    document.documentElement.dataset.tab = tab;
    const check = () => {
      const on = run.raise();
      return on && { view: on.view, check: toCheck(on, counterId) };
    };
    windows = twoWindows<OnShown>(
      { ...{ face: 'clerk', tab, check }, heard: () => {}, reopen: () => void run.begin() },
      officerChannel(),
    );
    windows.tell();
  });

  const reader = readerUrl === undefined ? undefined : readerAt(readerUrl);
  async function refresh(): Promise<void> {
    const { cardReader: _same, ...now } = await at.client.call(readShiftCall, {});
    shift = now;
    tell();
  }
  async function end(): Promise<void> {
    run.leave();
    await at.client.call(endShiftCall, {}).catch(() => undefined);
  }
  return {
    work: () => ({ ...around, at, shift, run, card, reader, refresh, end }),
    subscribe(listener) {
      told.add(listener);
      return () => void told.delete(listener);
    },
    close() {
      closed = true;
      run.leave();
      windows?.close();
    },
  };
}
