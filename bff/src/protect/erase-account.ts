import { dateInChina } from '../../../shared/china-calendar.ts';
import {
  type EraseAnswer,
  type ErasureClaims,
  keptAfterErasure,
} from '../../../shared/contract/protect/erase.ts';
import { type CredentialHandle, type ErasureId, type HolderId, newId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import { abortDevice } from '../attempt/abort-device.ts';
import { readCredential, stillLiveDevice } from '../credential/credential.ts';
import { wakeHolder } from '../notice/wake-holder.ts';
import { deliverDue } from '../outbox/deliver-due.ts';
import { newMessageId, queueMessage } from '../outbox/queue-message.ts';
import type { HolderCaller } from '../ports/callers.ts';
import type { Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';
import { forgetDevice } from '../session/forget-device.ts';
import { sessionsOf } from '../session/row.ts';
import { deleteAll, phonesOfHolder } from './delete-all.ts';
import { forgetKeptVerdicts } from './forget-kept-verdicts.ts';

/**
 * Erases the account, by the live phone and without a face: what is in flight ends, the credential is void, and every row that is found by
 * the holder, by one of the phones or by the credential is deleted, in one write with its entry of the audit chain and the message to the
 * authority, which deletes the same. From then on neither the token nor the device key opens anything. The operator finds it by its number, and nobody by it.
 * @throws Problem device-voided where another phone took its place meanwhile
 */
export async function eraseAccount(ports: Ports, caller: HolderCaller): Promise<EraseAnswer> {
  const { holderId, deviceThumbprint } = caller;
  await abortDevice(ports, deviceThumbprint);
  const handle = (await readCredential(ports, holderId))?.handle;
  const erasureId = newId('ers', ports.random);
  const messageId = newMessageId(ports.random);
  const at = ports.now();
  await forgetEnded(ports, holderId, deviceThumbprint);
  const written = await ports.audited(
    { event: 'account-erased', by: 'holder', erasureId },
    [
      stillLiveDevice(holderId, deviceThumbprint),
      ...(handle === undefined
        ? []
        : [queueMessage(ports, { kind: 'move-credential', handle, move: 'erase', at }, messageId)]),
      keepErasure(erasureId, handle === undefined ? null : messageId, at),
      ...deleteAll(holderId, handle),
    ],
    { reserve: true },
  );
  if (!written.done) throw new Problem('device-voided');
  // A claim that was on its way meets no holder any more.
  await abortDevice(ports, deviceThumbprint);
  await forgetEnded(ports, holderId, deviceThumbprint);
  if (handle !== undefined) await forgetKeptVerdicts(ports, handle);
  wakeHolder(ports, holderId);
  const authority = handle === undefined ? 'nothing-held' : await tellAuthority(ports, handle);
  const kept = [...keptAfterErasure];
  const receipt = ports.signErasure(claimsOf(ports, { erasureId, at, authority, kept }));
  return { erasureId, at, authority, kept, receipt, serverTime: ports.now() };
}

/** The statement by which an operator finds the erasure: its number, the day, and by which message the authority hears of it. */
function keepErasure(id: ErasureId, messageId: string | null, at: number): Statement {
  return {
    sql: 'insert into erasures (id, day, message_id, expires_at) values (:id, :day, :messageId, :expiresAt)',
    params: { id, day: dateInChina(at), messageId, expiresAt: at + limits.erasureKept },
  };
}

function claimsOf(
  { settings: { about, sandbox } }: Pick<Ports, 'settings'>,
  { erasureId, at, ...said }: Pick<EraseAnswer, 'at' | 'authority' | 'kept'> & { erasureId: ErasureId },
): Omit<ErasureClaims, 'iss'> {
  const contact = about.hotline;
  return {
    ...{ version: 'LZ-ERASURE/1', jti: erasureId, iat: Math.floor(at / 1000), jurisdiction: 'CN', sandbox },
    ...{ erased: 'account-and-everything-held', ...said, policyUrl: about.privacyUrl },
    controllers: [
      { role: 'authority', name: about.authority, contact },
      { role: 'operator', name: about.operator, contact },
    ],
    foundUntil: dateInChina(at + limits.erasureKept),
  };
}

/** What has ended forgets at once which of the holder's phones took part. */
async function forgetEnded(ports: Ports, holderId: HolderId, device: string): Promise<void> {
  const rows = await ports.db.read(
    `select id, body from sessions where device = :device or device in ${phonesOfHolder}`,
    { device, holderId },
  );
  await forgetDevice(ports, await sessionsOf(ports, rows));
}

/** Waits for the authority once; where it cannot be reached the outbox goes on for as long as it takes. */
async function tellAuthority(ports: Ports, handle: CredentialHandle): Promise<'done' | 'on-its-way'> {
  const left = async () => {
    const [row] = await ports.db.read('select count(*) as count from outbox where key = :handle', { handle });
    return Number(row?.count ?? 0);
  };
  for (let before = await left(); before > 0; ) {
    await deliverDue(ports, handle);
    const after = await left();
    if (after >= before) return 'on-its-way';
    before = after;
  }
  return 'done';
}
