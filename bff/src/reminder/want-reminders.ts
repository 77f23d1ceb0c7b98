import type { RemindersAnswer, WantRemindersBody } from '../../../shared/contract/protect/reminders.ts';
import { Problem } from '../../../shared/problem.ts';
import { readCredential, stillLiveDevice } from '../credential/credential.ts';
import { holderIdOf } from '../credential/holder-id.ts';
import type { HolderCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { take } from '../quota/take.ts';
import { readReminders } from './read-reminders.ts';
import { sealSubject } from './seal-subject.ts';

/**
 * The holder wants to be reminded by the platform: by a login code it tells its own id of the person, which must be this holder's, and is
 * kept sealed until the credential ends or nothing more is wanted.
 * @throws Problem credential-missing, not-found where no messages are sent there, login-refused where the code is another person's,
 * platform-unavailable, platform-busy, too-many-requests
 */
export async function wantReminders(
  ports: Ports,
  caller: HolderCaller,
  { platform, code }: WantRemindersBody,
): Promise<RemindersAnswer> {
  const { holderId, deviceThumbprint } = caller;
  if (ports.reminders[platform] === undefined) throw new Problem('not-found');
  const credential = await readCredential(ports, holderId);
  if (credential === undefined || credential.state === 'void') throw new Problem('credential-missing');
  await take(ports, [{ quota: 'platform-logins-by-device', subject: deviceThumbprint }]);
  const { subject } = await ports.platforms[platform](code);
  const { holderPepper } = ports.settings;
  if (holderIdOf(holderPepper, platform, subject) !== holderId) throw new Problem('login-refused');
  const sealed = sealSubject({ holderPepper, random: ports.random }, holderId, subject);
  const written = await ports.db.write([
    stillLiveDevice(holderId, deviceThumbprint),
    {
      sql: `insert into reminders (holder_id, platform, subject) values (:holderId, :platform, :sealed)
        on conflict (holder_id) do update set platform = excluded.platform, subject = excluded.subject`,
      params: { holderId, platform, sealed },
    },
  ]);
  if (!written.done) throw new Problem('device-voided');
  return readReminders(ports, caller);
}
