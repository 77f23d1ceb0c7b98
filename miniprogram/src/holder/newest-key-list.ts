import type { PublicJwk } from '../../../shared/jws/public-jwk.ts';
import { thumbprint } from '../../../shared/jws/thumbprint.ts';
import type { Storage } from '../platform/platform.ts';
import { record, text, whole } from './guards.ts';

/** Of a key list that was signed by the root and found good. */
export interface SeenKeyList {
  version: number;
  /** When it was signed, seconds since the epoch. */
  iat: number;
}

interface Trusting {
  platform: { storage: Storage };
  trust: { root: PublicJwk };
  link: { newestKeyList: SeenKeyList };
}

const isKept = record({ root: text(), version: whole(0), iat: whole(0) });

/** What this phone kept of the newest key list under its root; zeros where it has seen none, or trusts another root by now. */
export async function readNewestKeyList(storage: Storage, root: PublicJwk): Promise<SeenKeyList> {
  const kept = parse(await storage.read('newest-key-list'));
  return isKept(kept) && kept.root === thumbprint(root)
    ? { version: kept.version, iat: kept.iat }
    : { version: 0, iat: 0 };
}

/** From now on no older list is taken, also after a restart where the storage allows. */
export function noteKeyList({ platform, trust, link }: Trusting, seen: SeenKeyList): void {
  const { version, iat } = link.newestKeyList;
  if (seen.version <= version && seen.iat <= iat) return;
  const newest = { version: Math.max(version, seen.version), iat: Math.max(iat, seen.iat) };
  link.newestKeyList = newest;
  const kept = JSON.stringify({ root: thumbprint(trust.root), ...newest });
  // A phone that cannot write goes by its memory.
  platform.storage.write('newest-key-list', kept).catch(() => undefined);
}

function parse(kept: string | undefined): unknown {
  try {
    return JSON.parse(kept ?? '');
  } catch {
    return undefined;
  }
}
