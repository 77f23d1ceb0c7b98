import { type Level, levels } from '../../../shared/levels.ts';
import type { OwnCredential } from '../holder/answers.ts';
import { oneOf, record, text } from '../holder/guards.ts';
import type { Storage } from '../platform/platform.ts';

/** What the phone keeps of its credential, so that home draws it before the network has said anything. */
export interface CredentialSummary {
  /** Tells nothing of the person and opens nothing without the device key. */
  handle: string;
  level: Level;
}

const [lowest] = levels;
const isSummary = record({ handle: text() }, { level: oneOf(levels) });

/** As it is stored. A handle alone, or one without a level, is of the lowest level. */
export async function readCredentialSummary(storage: Storage): Promise<CredentialSummary | undefined> {
  const stored = await storage.read('credential-handle');
  if (stored === undefined) return undefined;
  const summary = parse(stored);
  return isSummary(summary)
    ? { handle: summary.handle, level: summary.level ?? lowest }
    : { handle: stored, level: lowest };
}

/** Keeps the summary of a credential of which something may still become; that of any other is forgotten. */
export async function keepCredentialSummary(storage: Storage, credential: OwnCredential): Promise<void> {
  if (credential.state === 'none' || credential.state === 'void')
    return await storage.remove('credential-handle');
  const { handle, level } = credential;
  await storage.write('credential-handle', JSON.stringify({ handle, level } satisfies CredentialSummary));
}

function parse(stored: string): unknown {
  try {
    return JSON.parse(stored);
  } catch {
    return undefined;
  }
}
