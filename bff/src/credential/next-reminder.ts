import * as limits from '../../../shared/limits.ts';

/** When the holder is next reminded that the credential ends, after `now`; null where it never ends, or all has been said. */
export function nextReminder(endsAt: number | undefined, now: number): number | null {
  if (endsAt === undefined) return null;
  const moments = limits.remindBefore.map((before) => endsAt - before);
  return moments.find((moment) => moment > now) ?? null;
}

/** Which of the reminders is due at `now`, from 0: of several that were missed the last. */
export function dueReminder(endsAt: number, now: number): number {
  return limits.remindBefore.findLastIndex((before) => endsAt - before <= now);
}
