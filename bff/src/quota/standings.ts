import { currentCall } from '../ports/current-call.ts';
import type { Left, QuotaName } from '../ports/quotas.ts';
import type { Asked } from './asked.ts';

/**
 * The quotas of which a caller is told what is left: those of nobody but itself and its own relying party. What is counted by network, or
 * for all together, would tell what others do.
 */
const told: ReadonlySet<QuotaName> = new Set([
  'calls-by-counter',
  'calls-by-rp',
  'calls-by-operator',
  'invites-by-operator',
  'assertions-by-counter',
  'sessions-by-counter',
  'words-by-counter',
  'code-pictures-by-counter',
  'live-sessions-by-counter',
  'live-sessions-by-rp',
  'event-streams-by-counter',
]);

/** Notes for the answer what is left of a quota, where the caller may know it. */
export function noteLeft(asked: Asked, { left, nextAt }: Left, now: number): void {
  note(asked, left, Math.ceil((nextAt - now) / 1000));
}

/** Notes for the answer that nothing is left of a quota. @param next seconds after which there is one more */
export function noteUsedUp(asked: Asked, next: number): void {
  note(asked, 0, next);
}

function note({ name, quota }: Asked, left: number, next: number): void {
  const call = currentCall();
  if (call === undefined || !told.has(name)) return;
  const policy =
    quota.counts === 'made'
      ? { most: quota.atOnce, window: Math.max(1, Math.round((quota.atOnce * quota.every) / 1000)) }
      : { most: quota.most, window: undefined };
  call.standings.set(name, { ...policy, left, next });
}
