import { encodeBase64url } from '../../../shared/bytes/base64url.ts';
import type { OpenMeetingAnswer } from '../../../shared/contract/peer/01-open-meeting.ts';
import { newId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import { demandCredential } from '../credential/demand-credential.ts';
import { meetingOpenerOf } from '../credential/holder-id.ts';
import type { HolderCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { take } from '../quota/take.ts';

/**
 * A person opens a meeting and learns how to show its codes; one of this phone that nobody has scanned ends. Whoever was declined too often
 * within a day opens none, after an erasure of the account neither.
 * @throws Problem credential-missing, credential-void, meetings-blocked, too-many-requests, authority-unavailable
 */
export async function openMeeting(
  ports: Ports,
  { holderId, deviceThumbprint }: HolderCaller,
): Promise<OpenMeetingAnswer> {
  const { db, random, settings } = ports;
  await demandCredential(ports, holderId);
  const now = ports.now();
  const openerHash = meetingOpenerOf(settings.holderPepper, holderId);
  const [declines] = await db.read(
    'select count(*) as many from meeting_declines where opener_hash = :openerHash and ends_at > :now',
    { openerHash, now },
  );
  if (Number(declines?.many) >= limits.meetingDeclines) throw new Problem('meetings-blocked');
  const asker = await ports.authority.privateAsker();
  const id = newId('mtg', random);
  const code = { token: encodeBase64url(random(16)), secret: encodeBase64url(random(32)) };
  const deadline = now + limits.meetingOpen;
  const replaced = {
    sql: 'delete from meetings where opener_device = :device and joiner_device is null',
    params: { device: deviceThumbprint },
  };
  const stored = {
    sql: `insert into meetings (id, token, secret, opener_holder, opener_hash, opener_device, asker, opened_at, deadline, purge_at)
      values (:id, :token, :secret, :holderId, :openerHash, :device, :asker, :now, :deadline, :deadline)`,
    params: {
      id,
      ...code,
      holderId,
      openerHash,
      device: deviceThumbprint,
      asker: JSON.stringify(asker),
      now,
      deadline,
    },
  };
  const { written } = await take(ports, [{ quota: 'meetings-by-holder', subject: holderId }], {
    also: [replaced, stored],
  });
  if (!written.done) throw new Error('a meeting id was met twice');
  return {
    meeting: { id, state: 'open', serverTime: now, expiresAt: deadline },
    code: { baseUrl: settings.publicUrl, ...code, openedAt: now },
  };
}
