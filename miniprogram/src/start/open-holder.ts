import { oneOf, record, text } from '../holder/guards.ts';
import { type Holder, startHolder, type TrustAnchor } from '../holder/holder.ts';
import { listeners } from '../platform/listeners.ts';
import { openPlatform } from '../platform/open/open-platform.ts';
import type { Storage } from '../platform/platform.ts';

/** Scheme and host of the BFF that this package was built for; empty on H5, which is served by its BFF. */
declare const builtForBff: string;
/** The authority's root key that this package trusts, as the JSON of a `TrustAnchor`; empty where none was given. */
declare const builtForTrust: string;

let opening: Promise<Holder> | undefined;
const opened = listeners<Holder>();

/** Calls `listener` with each holder that is opened from now on. */
export const watchOpened = opened.add;

/** This phone's holder, the same for every page. A start that failed is tried anew by the next caller. @throws HolderProblem */
export function openHolder(): Promise<Holder> {
  opening ??= startHolder({ platform: openPlatform(), bffUrl: bffUrl(), trust: pinnedTrust() }).then(
    (holder) => {
      opened.tell(holder);
      return holder;
    },
    (problem: unknown) => {
      opening = undefined;
      throw problem;
    },
  );
  return opening;
}

/** This phone's holder where some page has opened it; nobody is made by asking. */
export async function openedHolder(): Promise<Holder | undefined> {
  return await opening?.catch(() => undefined);
}

/** Scheme and host of the BFF, no trailing slash. */
export function bffUrl(): string {
  return builtForBff === '' ? location.origin : builtForBff;
}

const isRoot = record({ kty: oneOf(['EC']), crv: oneOf(['P-256']), x: text(), y: text() });

/** The authority's root that this package trusts. @throws Error where it was built without one */
export function pinnedTrust(): TrustAnchor {
  const given: unknown = JSON.parse(builtForTrust);
  if (typeof given !== 'object' || given === null) throw new Error('built without a root key');
  const { root, sandbox } = { root: undefined, sandbox: false, ...given };
  const candidate: unknown = root;
  if (!isRoot(candidate)) throw new Error('the root key cannot be read');
  const { kty, crv, x, y } = candidate;
  return { root: { kty, crv, x, y }, sandbox };
}

/** Whether this package is built for a sandbox, where nothing proves anything. */
export function inSandbox(): boolean {
  return pinnedTrust().sandbox;
}

/** The next caller starts anew from what the storage then holds. Nothing is sent any more, or kept, for the one before. */
export function forgetHolder(): void {
  opening?.then(
    ({ link }) => {
      link.over = true;
    },
    () => undefined,
  );
  opening = undefined;
}

/** What outlives the app on this phone, for the card that is shown before anything else. */
export function phoneStorage(): Storage {
  return openPlatform().storage;
}

/** The phone's own size of type, 1 being normal. */
export function fontScale(): number {
  return openPlatform().fontScale?.() ?? 1;
}
