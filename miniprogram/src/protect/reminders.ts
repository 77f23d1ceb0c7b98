import { isReminders, type Reminders } from '../holder/answers.ts';
import { callBff } from '../holder/call-bff.ts';
import type { Holder } from '../holder/holder.ts';
import { loginCode } from '../holder/login-code.ts';
import { patiently } from '../holder/patiently.ts';

const path = '/holder/v1/reminders';

/** Whether the platform may remind this phone's holder before the credential ends. @throws HolderProblem */
export async function readReminders(holder: Holder): Promise<Reminders> {
  return await patiently(holder.platform.clock, () =>
    callBff(holder, { method: 'GET', path, guard: isReminders }),
  );
}

/**
 * The platform asks its own question, and the BFF is told where the answer was yes; undefined where it was no.
 * @throws HolderProblem login-refused, platform-unavailable, ...
 */
export async function wantReminders(
  holder: Holder,
  { templates }: Pick<Reminders, 'templates'>,
): Promise<Reminders | undefined> {
  const { platform } = holder;
  if (!((await platform.askForMessages?.(templates)) ?? false)) return undefined;
  return await patiently(platform.clock, async () =>
    callBff(holder, { method: 'POST', path, body: await loginCode(platform), guard: isReminders }),
  );
}

/** No message of the platform any more; twice is once. @throws HolderProblem */
export async function endReminders(holder: Holder): Promise<Reminders> {
  return await patiently(holder.platform.clock, () =>
    callBff(holder, { method: 'POST', path: `${path}/end`, guard: isReminders }),
  );
}
