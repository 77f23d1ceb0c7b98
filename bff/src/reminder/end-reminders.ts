import type { RemindersAnswer } from '../../../shared/contract/protect/reminders.ts';
import { forgetReminders } from '../credential/forget-reminders.ts';
import type { HolderCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { readReminders } from './read-reminders.ts';

/** The holder wants no message of the platform any more: its id of the person is forgotten, and what was to go does not. Twice is once. */
export async function endReminders(ports: Ports, caller: HolderCaller): Promise<RemindersAnswer> {
  await ports.db.write(forgetReminders(caller.holderId), { reserve: true });
  return readReminders(ports, caller);
}
