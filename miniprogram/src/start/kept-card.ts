import type { CredentialAnswer } from '../../../shared/contract/apply/07-credential.ts';
import { type Level, levels } from '../../../shared/levels.ts';
import { oneOf, record, text } from '../holder/form.ts';
import type { Storage } from '../platform/platform.ts';

const isKept = record({ handle: text() }, { level: oneOf(levels) });

/** The card that home draws before the network has said anything. */
export interface KeptCard {
  handle: string;
  level: Level;
}

/** The handle as it is stored, with its level where home has kept that too. A handle alone is of the lowest level. */
export async function readKeptCard(storage: Storage): Promise<KeptCard | undefined> {
  const stored = await storage.read('credential-handle');
  if (stored === undefined) return undefined;
  const kept = parse(stored);
  return isKept(kept)
    ? { handle: kept.handle, level: kept.level ?? 'basic' }
    : { handle: stored, level: 'basic' };
}

/** Keeps the level beside the handle, so that the card has its colour without a network. */
export async function keepCard(storage: Storage, credential: CredentialAnswer): Promise<void> {
  const { status, handle, level } = credential;
  if (status !== 'live' || handle === undefined) return;
  await storage.write(
    'credential-handle',
    JSON.stringify({ handle, ...(level === undefined ? {} : { level }) }),
  );
}

function parse(stored: string): unknown {
  try {
    return JSON.parse(stored);
  } catch {
    return undefined;
  }
}
