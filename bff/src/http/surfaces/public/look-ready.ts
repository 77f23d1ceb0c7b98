import type { Static } from 'typebox';
import type { Ready } from '../../../../../shared/contract/public.ts';
import * as limits from '../../../../../shared/limits.ts';
import type { Ports } from '../../../ports/ports.ts';
import { lookAtHealth } from '../../../registry/look-at-health.ts';

/**
 * Makes the look at all that this process needs to serve. However many ask, each is asked once in `limits.readyKept`, and nobody waits
 * longer than `limits.readyPatience`.
 */
export function readyLook(
  ports: Pick<Ports, 'db' | 'authority' | 'now'>,
): () => Promise<Static<typeof Ready>> {
  let last: { at: number; found: Promise<Static<typeof Ready>> } | undefined;

  async function look(): Promise<Static<typeof Ready>> {
    const checks = await lookAtHealth(ports);
    return { status: Object.values(checks).includes('down') ? 'down' : 'up', checks };
  }

  return () => {
    const at = ports.now();
    // A clock that was set back must not keep an old answer alive.
    if (last === undefined || at - last.at >= limits.readyKept || at < last.at) last = { at, found: look() };
    return last.found;
  };
}
