import { loginPlatforms } from '../../../shared/contract/login/01-login.ts';
import type { RemindersAnswer } from '../../../shared/contract/protect/reminders.ts';
import type { HolderCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';

/** Whether the platform by which the holder logs in may remind, and what it is to be asked for. Who logs in by SMS has the inbox alone. */
export async function readReminders(
  { db, now, reminders }: Ports,
  { holderId }: HolderCaller,
): Promise<RemindersAnswer> {
  const [row] = await db.read(
    `select platform, exists (select 1 from reminders where holder_id = :holderId) as wanted
      from holders where id = :holderId`,
    { holderId },
  );
  const by = loginPlatforms.find((known) => known === row?.platform);
  const channel = by && reminders[by];
  if (by === undefined || channel === undefined) return { templates: [], on: false, serverTime: now() };
  return { by, templates: [...channel.templates], on: Boolean(Number(row?.wanted)), serverTime: now() };
}
