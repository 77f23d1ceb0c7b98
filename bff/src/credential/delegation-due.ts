import * as limits from '../../../shared/limits.ts';

/** When a guardian is to be told next that it ends, or it has ended: the next of the moments before the end that lies ahead. */
export function nextDueAt(endsAt: number, now: number): number {
  const moments = [...limits.delegationNotices.map((before) => endsAt - before), endsAt];
  return moments.find((moment) => moment > now) ?? endsAt;
}

/** The times of a delegation as they are kept: when something of it is due, and until when the row stays. */
export function delegationTimes(
  endsAt: number,
  now: number,
): { endsAt: number; dueAt: number; purgeAt: number } {
  return { endsAt, dueAt: nextDueAt(endsAt, now), purgeAt: endsAt + limits.delegationShown };
}
