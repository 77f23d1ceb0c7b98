import type { Level } from '../../../shared/levels.ts';
import type { Scene } from '../../../shared/scenes.ts';
import type { SessionState } from '../../../shared/sessions.ts';
import type { SessionView } from '../holder/who-asks.ts';

/** What the person may look up after a check: who asked, and how it ended. */
export interface Receipt {
  id: string;
  rpName: string;
  scene: Scene;
  level: Level;
  outcome: SessionState;
  /** Epoch milliseconds. */
  at: number;
}

const kept = new Map<string, Receipt>();

/** The checks that ended since the app started, newest first. */
export function receipts(): Receipt[] {
  return [...kept.values()].sort((one, other) => other.at - one.at);
}

/** Keeps the receipt of a check that has ended; the first one counts. */
export function keepReceipt(view: SessionView): void {
  const { id, asks, state, decidedAt, serverTime } = view;
  if (asks === undefined || kept.has(id)) return;
  const { rpName, scene, level } = asks;
  kept.set(id, { id, rpName, scene, level, outcome: state, at: decidedAt ?? serverTime });
}

/** At logout, and where another phone took over. */
export function forgetReceipts(): void {
  kept.clear();
}
