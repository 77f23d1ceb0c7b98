import type { ConsentSubject } from '../../../shared/consent/consent-forms.ts';
import type { ConsentsAnswer } from '../../../shared/contract/protect/consents.ts';
import { endConsented } from '../attempt/end-consented.ts';
import { endConsents } from '../consent/end-consents.ts';
import { readConsents } from '../consent/read-consents.ts';
import { type Credential, readCredential } from '../credential/credential.ts';
import { moveCredential } from '../credential/move-credential.ts';
import { tellDevices } from '../notice/tell-devices.ts';
import { wakeHolder } from '../notice/wake-holder.ts';
import { deliverDue } from '../outbox/deliver-due.ts';
import { queueMessage } from '../outbox/queue-message.ts';
import type { HolderCaller } from '../ports/callers.ts';
import type { Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';
import { take } from '../quota/take.ts';

/** What this holder agreed to. */
export async function consents(ports: Ports, { holderId }: HolderCaller): Promise<ConsentsAnswer> {
  return { consents: await readConsents(ports, holderId), serverTime: ports.now() };
}

/**
 * Takes consent back, at once, by whoever is logged in as the holder, without a face; twice is once. Of the face: the credential is void
 * (`erased`). Of the voice: it lives on by the face. The authority is told in the same write to delete what it holds by that consent, every
 * phone hears of it, and what is in flight and uses it ends as declined.
 * @throws Problem too-many-requests
 */
export async function withdrawConsent(
  ports: Ports,
  caller: HolderCaller,
  subject: ConsentSubject,
): Promise<ConsentsAnswer> {
  const { holderId, deviceThumbprint } = caller;
  const credential = await readCredential(ports, holderId);
  const given = await readConsents(ports, holderId);
  const stands = given.some((each) => each.subject === subject && each.ended === undefined);
  const held = credential !== undefined && credential.state !== 'void';
  if (!stands && !held) return consents(ports, caller);
  await take(ports, [{ quota: 'moves-by-holder', subject: holderId }]);
  const moved = held && subject === 'face' ? moveCredential(ports, holderId, credential, 'erase') : [];
  const written = await ports.db.write(
    [
      endConsents(holderId, subject, ports.now()),
      ...moved,
      ...(held && subject === 'voice' ? deleteVoice(ports, caller, credential, stands) : []),
    ],
    { reserve: true },
  );
  if (!written.done) return withdrawConsent(ports, caller, subject);
  if (stands) void ports.audit({ event: 'consent-withdrawn', by: 'holder', subject });
  if (moved.length > 0) void ports.audit({ event: 'credential-moved', by: 'holder', move: 'erase' });
  await endConsented(ports, deviceThumbprint, subject);
  wakeHolder(ports, holderId);
  if (held) void deliverDue(ports, credential.handle).catch(() => undefined);
  return consents(ports, caller);
}

/** A voice that was enrolled before consents were recorded goes too; the phones are told where one was given. */
function deleteVoice(
  ports: Ports,
  { holderId }: HolderCaller,
  { handle }: Credential,
  stands: boolean,
): Statement[] {
  return [
    queueMessage(ports, { kind: 'move-credential', handle, move: 'withdraw-voice', at: ports.now() }),
    ...(stands ? [tellDevices(ports, holderId, { kind: 'voice-withdrawn' })] : []),
  ];
}
