import { decodeBase64url, encodeBase64url } from '../../../shared/bytes/base64url.ts';
import type { ReceiptWanted } from '../../../shared/contract/attempt/03-challenge.ts';
import { stateReceiptKey } from '../../../shared/receipt/state-receipt-key.ts';
import { x25519PublicKey } from '../../../shared/seal/x25519.ts';
import type { Holder } from '../holder/holder.ts';
import type { SessionView } from '../holder/who-asks.ts';
import { listeners } from '../platform/listeners.ts';
import { openPlatform } from '../platform/open/open-platform.ts';
import type { Vault } from '../platform/platform.ts';
import {
  joinKept,
  type Kept,
  mayHaveVerdict,
  nothingKept,
  parseKept,
  type Receipt,
  type Wanted,
  type WardCopy,
} from './kept-receipts.ts';

let kept: Kept = nothingKept;
let reading: Promise<void> | undefined;
/** What lies in the vault could not be read: it is not written over, and this run of the app goes by its memory. */
let unreadable = false;
/** What the device says of its receipt key: a signature that is made once. */
let stated: { key: string; statement: string } | undefined;
/** Another one from each forgetting on: what was under way before comes to nothing. */
let round = {};
/** One thing at a time is done to the vault, in the order in which it was asked for. */
let vaultWork: Promise<unknown> = Promise.resolve();
const changes = listeners();

/** The checks that ended on this phone, newest first: those since the app started at once, the older ones once they are read. */
export function receipts(): readonly Receipt[] {
  reading ??= readVault();
  return kept.records;
}

/** Whether they are still there when the app is opened again. */
export function keepsReceipts(): boolean {
  return openPlatform().vault !== undefined;
}

/** Calls `listener` after each change; the answer takes it away again. */
export const watchReceipts = changes.add;

/** Keeps the record of a check that has ended, encrypted where the phone can and else as long as the app. */
export function keepReceipt(view: SessionView): void {
  const { id, asks, state, decidedAt, serverTime } = view;
  if (asks === undefined || kept.records.some((each) => each.id === id)) return;
  const { rpName, scene, level } = asks;
  void change({ records: [{ id, rpName, scene, level, outcome: state, at: decidedAt ?? serverTime }] });
}

/** Keeps what was learned of a session later: its receipt, or what its owner did about it. Resolves once it is in the vault. */
export function noteReceipt(record: Receipt): Promise<void> {
  return change({ records: [record] });
}

/**
 * Where the receipt of the session is to be kept, and under which key. Both are in the vault before anybody is told: what comes later
 * finds its way back to this phone also after a restart. The same session has one place, however many attempts it takes.
 * @throws HolderProblem randomness-missing
 */
export async function wantReceipt(holder: Holder, sessionId: string): Promise<ReceiptWanted> {
  reading ??= readVault();
  await reading;
  const known = kept.wanted.find(({ id }) => id === sessionId);
  return await want(holder, known ?? { id: sessionId });
}

/**
 * The same for a check that is agreed to ahead, whose session nobody knows yet: each time another place.
 * @throws HolderProblem randomness-missing
 */
export async function wantReceiptAhead(holder: Holder): Promise<ReceiptWanted> {
  reading ??= readVault();
  await reading;
  const random = await holder.randomFor(16);
  return await want(holder, { id: `ahead-${encodeBase64url(random(16))}`, ahead: true });
}

async function want(holder: Holder, wanted: Wanted | Omit<Wanted, 'locator' | 'at'>): Promise<ReceiptWanted> {
  const random = await holder.randomFor(48);
  const key = kept.key ?? encodeBase64url(random(32));
  if ('locator' in wanted) return { locator: wanted.locator, key: stateKey(holder, key) };
  const locator = encodeBase64url(random(16));
  await change({ wanted: [{ ...wanted, locator, at: holder.platform.clock.now() }], key });
  return { locator, key: stateKey(holder, key) };
}

/** This device's receipt key, to which others seal what is for this phone alone: what it says of it, and the private half. @throws HolderProblem randomness-missing */
export async function ownReceiptKey(holder: Holder): Promise<{ statement: string; privateKey: Uint8Array }> {
  reading ??= readVault();
  await reading;
  const random = await holder.randomFor(32);
  const key = kept.key ?? encodeBase64url(random(32));
  if (kept.key === undefined) await change({ key });
  return { statement: stateKey(holder, key), privateKey: decodeBase64url(key) };
}

/** The private half of it, where one was made. */
export async function keptReceiptKey(): Promise<Uint8Array | undefined> {
  reading ??= readVault();
  await reading;
  return kept.key === undefined ? undefined : decodeBase64url(kept.key);
}

function stateKey({ device }: Holder, key: string): string {
  if (stated?.key !== key)
    stated = { key, statement: stateReceiptKey(device, x25519PublicKey(decodeBase64url(key))) };
  return stated.statement;
}

/** Of what was agreed to ahead the receipt itself says which session it was: it is not looked for any more. */
export function noteRead(wanted: Wanted): Promise<void> {
  return change({ wanted: [{ ...wanted, read: true }] });
}

/** The receipts that this phone has asked for and not read yet, and the key that opens them. */
export async function unreadReceipts(): Promise<{ wanted: Wanted; privateKey: Uint8Array }[]> {
  reading ??= readVault();
  await reading;
  const { key, records, wanted } = kept;
  if (key === undefined) return [];
  const privateKey = decodeBase64url(key);
  return wanted
    .filter(({ id, read }) => {
      const record = records.find((each) => each.id === id);
      return read === undefined && mayHaveVerdict(record) && record?.signed === undefined;
    })
    .map((each) => ({ wanted: each, privateKey }));
}

/** The copies that wards of this phone's owner have not taken yet, once they are read. */
export async function wardCopies(): Promise<readonly WardCopy[]> {
  reading ??= readVault();
  await reading;
  return kept.copies ?? [];
}

/** Whether the ward has still to take the copy of that check: as far as the vault is read, which is begun. */
export function hasCopy(sessionId: string): boolean {
  reading ??= readVault();
  return (kept.copies ?? []).some(({ id }) => id === sessionId);
}

/** Keeps a ward's copy, or lets go of it where it is `given`. Resolves once the vault is so. */
export function noteCopy(copy: WardCopy): Promise<void> {
  return change({ copies: [copy] });
}

/** At logout, and where another phone took over: nothing of them stays. Rejects where the phone cannot remove them. */
export async function forgetReceipts(): Promise<void> {
  round = {};
  kept = nothingKept;
  stated = undefined;
  reading = Promise.resolve();
  unreadable = false;
  changes.tell();
  await atVault((vault) => vault.remove());
}

async function change(more: Partial<Kept>): Promise<void> {
  join(kept, more);
  reading ??= readVault();
  const mine = round;
  await reading;
  await writeVault(mine);
}

function join(older: Kept, newer: Partial<Kept>): void {
  kept = joinKept(older, newer, openPlatform().clock.now());
  changes.tell();
}

async function readVault(): Promise<void> {
  const mine = round;
  const [text] = await Promise.allSettled([atVault((vault) => vault.read())]);
  if (mine !== round) return;
  unreadable = text.status === 'rejected';
  const stored = parseKept(text.status === 'fulfilled' ? text.value : undefined);
  join(stored, kept);
  // What has become too old goes from the phone as well.
  if (
    lacks(kept.records, stored.records) ||
    lacks(kept.wanted, stored.wanted) ||
    lacks(kept.copies, stored.copies)
  )
    void writeVault(mine);
}

function lacks(now: readonly { id: string }[] = [], before: readonly { id: string }[] = []): boolean {
  return before.some(({ id }) => !now.some((each) => each.id === id));
}

/** A phone that cannot write goes by its memory. */
async function writeVault(mine: object): Promise<void> {
  await atVault(async (vault) => {
    if (mine === round && !unreadable) await vault.write(JSON.stringify(kept));
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
