import { type Level, levels } from '../../../shared/levels.ts';
import * as limits from '../../../shared/limits.ts';
import { type Scene, sceneNames } from '../../../shared/scenes.ts';
import { type SessionState, sessionStates } from '../../../shared/sessions.ts';
import { either, type Guard, list, moment, oneOf, record, text, yes } from '../holder/guards.ts';

/** What the person may look up after a check: who asked, and how it ended. */
export interface Receipt {
  id: string;
  /** Empty where nobody but the holder asked. */
  rpName: string;
  scene?: Scene;
  level: Level;
  outcome: SessionState;
  /** Epoch milliseconds. */
  at: number;
  /** The receipt as the authority signed it, once this phone has opened and checked it. */
  signed?: string;
  /** What lies there opens and is not the authority's. */
  forged?: true;
  /** The key that signed what lies there counts no more: it cannot be confirmed. */
  unsaid?: true;
  /** It was reported that the counter wanted more; it was said that this was somebody else. */
  reported?: true;
  disputed?: true;
}

/** Where the receipt of a session is to be found. */
export interface Wanted {
  /** Of the session; of what was agreed to ahead, whose session nobody knows yet, one of its own. */
  id: string;
  locator: string;
  /** When it was asked for, epoch milliseconds. */
  at: number;
  /** It was agreed to ahead; and it was read. */
  ahead?: true;
  read?: true;
}

/** A ward's own copy of a receipt, until it is handed over: where it lies, and the key that was made for it alone. */
export interface WardCopy {
  /** Of the session. */
  id: string;
  locator: string;
  /** The private half, base64url. */
  key: string;
  /** When it was asked for, epoch milliseconds. */
  at: number;
  /** The ward has it: nothing of it stays here. */
  given?: true;
}

/** All that the vault holds. */
export interface Kept {
  records: readonly Receipt[];
  wanted: readonly Wanted[];
  copies?: readonly WardCopy[];
  /** The private half of this device's receipt key, base64url; made when it is first wanted. */
  key?: string;
}

export const nothingKept: Kept = { records: [], wanted: [] };

const isRecords: Guard<Receipt[]> = list(
  record(
    { id: text(), rpName: text(), level: oneOf(levels), outcome: oneOf(sessionStates), at: moment },
    { scene: oneOf(sceneNames), signed: text(), forged: yes, unsaid: yes, reported: yes, disputed: yes },
  ),
  0,
  limits.receiptsKept,
);
const privateHalf = text(/^[A-Za-z0-9_-]{43}$/);
const isKept: Guard<Kept> = record(
  {
    records: isRecords,
    wanted: list(
      record({ id: text(), locator: text(), at: moment }, { ahead: yes, read: yes }),
      0,
      limits.receiptsKept,
    ),
  },
  {
    key: privateHalf,
    copies: list(
      record({ id: text(), locator: text(), key: privateHalf, at: moment }, { given: yes }),
      0,
      limits.receiptsKept,
    ),
  },
);
/** Records alone are what an earlier version kept. */
const isStored = either(isKept, isRecords);

/** What a vault says; nothing where it cannot be read. */
export function parseKept(stored: string | undefined): Kept {
  try {
    const found: unknown = JSON.parse(stored ?? '[]');
    if (!isStored(found)) return nothingKept;
    return Array.isArray(found) ? { ...nothingKept, records: found } : found;
  } catch {
    return nothingKept;
  }
}

/** Both, bounded in number and in age; of two of one session `newer` counts, and what it does not say stays. */
export function joinKept(older: Kept, newer: Partial<Kept>, now: number): Kept {
  const oldest = now - limits.receiptAge;
  const key = newer.key ?? older.key;
  const records = bounded(byId(older.records, newer.records ?? []), oldest);
  const copies = bounded(byId(older.copies ?? [], newer.copies ?? []), now - limits.wardCopyKept).filter(
    ({ id, given }) => given === undefined && mayHaveVerdict(records.find((each) => each.id === id)),
  );
  return {
    records,
    wanted: bounded(byId(older.wanted, newer.wanted ?? []), oldest),
    ...(key === undefined ? {} : { key }),
    ...(copies.length === 0 ? {} : { copies }),
  };
}

/** An end without a verdict has no receipt; of what this phone has no record the end is not known. */
export function mayHaveVerdict(record: Receipt | undefined): boolean {
  return record === undefined || record.outcome === 'passed' || record.outcome === 'failed';
}

function byId<T extends { id: string }>(older: readonly T[], newer: readonly T[]): T[] {
  const found = new Map(older.map((each) => [each.id, each]));
  for (const each of newer) found.set(each.id, { ...found.get(each.id), ...each });
  return [...found.values()];
}

function bounded<T extends { at: number }>(all: T[], oldest: number): T[] {
  const young = all.filter(({ at }) => at > oldest);
  return young.sort((one, other) => other.at - one.at).slice(0, limits.receiptsKept);
}
