import { type Level, levels } from '../../../shared/levels.ts';
import { limits } from '../../../shared/limits.ts';
import { type Scene, sceneNames } from '../../../shared/scenes.ts';
import { type SessionState, sessionStates } from '../../../shared/sessions.ts';
import { list, moment, oneOf, record, text } from '../holder/guards.ts';
import type { SessionView } from '../holder/who-asks.ts';
import { listeners } from '../platform/listeners.ts';
import { openPlatform } from '../platform/open/open-platform.ts';
import type { Vault } from '../platform/platform.ts';

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

const isReceipts = list(
  record({
    id: text(),
    rpName: text(),
    scene: oneOf(sceneNames),
    level: oneOf(levels),
    outcome: oneOf(sessionStates),
    at: moment,
  }),
  0,
  limits.receiptsKept,
);

let kept: readonly Receipt[] = [];
let reading: Promise<void> | undefined;
/** Another one from each forgetting on: what was under way before comes to nothing. */
let round = {};
/** One thing at a time is done to the vault, in the order in which it was asked for. */
let vaultWork: Promise<unknown> = Promise.resolve();
const changes = listeners();

/** The checks that ended on this phone, newest first: those since the app started at once, the older ones once they are read. */
export function receipts(): readonly Receipt[] {
  reading ??= readVault();
  return kept;
}

/** Whether they are still there when the app is opened again. */
export function keepsReceipts(): boolean {
  return openPlatform().vault !== undefined;
}

/** Calls `listener` after each change; the answer takes it away again. */
export const watchReceipts = changes.add;

/** Keeps the receipt of a check that has ended, encrypted where the phone can and else as long as the app; the first one counts. */
export function keepReceipt(view: SessionView): void {
  const { id, asks, state, decidedAt, serverTime } = view;
  if (asks === undefined) return;
  const { rpName, scene, level } = asks;
  add([{ id, rpName, scene, level, outcome: state, at: decidedAt ?? serverTime }]);
  reading ??= readVault();
  const mine = round;
  void reading.then(() => writeVault(mine));
}

/** At logout, and where another phone took over: nothing of them stays. Rejects where the phone cannot remove them. */
export async function forgetReceipts(): Promise<void> {
  round = {};
  kept = [];
  reading = Promise.resolve();
  changes.tell();
  await atVault((vault) => vault.remove());
}

/** Bounded in number and in age. */
function add(more: readonly Receipt[]): void {
  const oldest = openPlatform().clock.now() - limits.receiptAge;
  const byId = new Map([...more, ...kept].map((receipt) => [receipt.id, receipt]));
  kept = [...byId.values()]
    .filter(({ at }) => at > oldest)
    .sort((one, other) => other.at - one.at)
    .slice(0, limits.receiptsKept);
  changes.tell();
}

async function readVault(): Promise<void> {
  const mine = round;
  const stored = parse(await atVault((vault) => vault.read()).catch(() => undefined));
  if (mine !== round) return;
  add(stored);
  // What has become too old goes from the phone as well.
  if (stored.some(({ id }) => !kept.some((receipt) => receipt.id === id))) writeVault(mine);
}

function writeVault(mine: object): void {
  void atVault(async (vault) => {
    if (mine === round) await vault.write(JSON.stringify(kept));
  }).catch(() => undefined);
}

/** Where the phone has no vault nothing is done. */
function atVault<T>(act: (vault: Vault) => Promise<T>): Promise<T | undefined> {
  const { vault } = openPlatform();
  if (vault === undefined) return Promise.resolve(undefined);
  const done = vaultWork.then(() => act(vault));
  vaultWork = done.catch(() => undefined);
  return done;
}

function parse(stored: string | undefined): readonly Receipt[] {
  try {
    const found: unknown = JSON.parse(stored ?? '[]');
    return isReceipts(found) ? found : [];
  } catch {
    return [];
  }
}
