import { decodeBase64url } from '../../../shared/bytes/base64url.ts';
import type { MeetingView } from '../../../shared/contract/peer/meeting.ts';
import { parseCode } from '../../../shared/counter-code/parse-code.ts';
import { newId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { checkMeetingCode } from '../../../shared/meeting-code/check-meeting-code.ts';
import { Problem } from '../../../shared/problem.ts';
import type { Credential } from '../credential/credential.ts';
import { demandCredential } from '../credential/demand-credential.ts';
import type { HolderCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { take } from '../quota/take.ts';
import { publishChange } from '../session/change.ts';
import { type Meeting, readMeeting } from '../session/meetings.ts';
import { insertSession } from '../session/row.ts';
import type { InState } from '../session/session.ts';
import { meetingView } from './meeting-view.ts';

/**
 * A phone takes the meeting whose code it scanned, once and for one phone, and never the one that shows it. Both have a check of their own from
 * now on, each to be agreed to or declined. The code is judged before anything else is looked at. The same phone scanning again goes on.
 * @throws Problem meeting-code-wrong, meeting-code-stale (also where the other may not be shown any more), meeting-taken, own-code,
 * credential-missing, credential-void, too-many-requests
 */
export async function joinMeeting(ports: Ports, caller: HolderCaller, code: string): Promise<MeetingView> {
  const { meeting, fresh } = await readScanned(ports, code);
  const { opener, joined } = meeting;
  if (opener.device === caller.deviceThumbprint || opener.holderId === caller.holderId)
    throw new Problem('own-code');
  if (joined?.device === caller.deviceThumbprint) return meetingView(ports, caller, meeting);
  if (!fresh || meeting.deadline <= ports.now()) throw new Problem('meeting-code-stale');
  if (joined !== undefined) throw new Problem('meeting-taken');
  const own = await demandCredential(ports, caller.holderId);
  const others = await demandCredential(ports, opener.holderId).catch((cause: unknown) => {
    throw cause instanceof Problem ? new Problem('meeting-code-stale', { cause }) : cause;
  });
  const now = ports.now();
  const openers = checkOf(
    ports,
    meeting,
    { holderId: opener.holderId, deviceThumbprint: opener.device },
    others,
  );
  const joiners = checkOf(ports, meeting, caller, own);
  const taken = {
    sql: `update meetings set joiner_device = :device, opener_session = :opener, joiner_session = :joiner, purge_at = :purgeAt
      where id = :id and joiner_device is null and deadline > :now returning id`,
    params: {
      ...{ id: meeting.id, device: caller.deviceThumbprint, now },
      ...{ opener: openers.id, joiner: joiners.id, purgeAt: now + limits.meetingMemory },
    },
    rows: 1,
  };
  const { written } = await take(
    ports,
    [
      { quota: 'meetings-joined-by-holder', subject: caller.holderId },
      { quota: 'live-applications-by-device', subject: caller.deviceThumbprint },
    ],
    { also: [taken, insertSession(openers), insertSession(joiners)] },
  );
  // Somebody was quicker, or it has run out meanwhile.
  if (!written.done) return joinMeeting(ports, caller, code);
  for (const session of [openers, joiners]) {
    publishChange(ports, session);
    void ports.audit({ event: 'session-claimed', by: 'holder', sessionId: session.id });
  }
  return { id: meeting.id, state: 'checking', serverTime: now, sessionId: joiners.id };
}

async function readScanned(ports: Ports, code: string): Promise<{ meeting: Meeting; fresh: boolean }> {
  const parsed = parseCode(code);
  if (parsed === undefined || !('meeting' in parsed)) throw new Problem('meeting-code-wrong');
  const meeting = await readMeeting(ports, { token: parsed.meeting.token });
  // One that has ended is forgotten with its secret: whether it ever was cannot be told.
  if (meeting === undefined) throw new Problem('meeting-code-stale');
  const { secret, openedAt } = meeting;
  const judged = checkMeetingCode(parsed, { secret: decodeBase64url(secret), openedAt, now: ports.now() });
  if (judged === 'forged') throw new Problem('meeting-code-wrong');
  return { meeting, fresh: judged === 'valid' };
}

/** A check that one of the two has taken by being there, and has not agreed to yet. */
function checkOf(
  { now, random }: Ports,
  { id: meetingId, openedAt }: Meeting,
  { holderId, deviceThumbprint }: HolderCaller,
  { handle }: Credential,
): InState<'claimed'> {
  return {
    ...{ id: newId('ses', random), ceremony: 'peer', state: 'claimed', version: 1, shown: 1 },
    ...{ openedAt, deadline: now() + limits.claimedLifetime, parties: {} },
    asked: { by: 'peer', meetingId },
    consent: 'not-given',
    claim: {
      ...{ holderId, deviceThumbprint, shows: 'credential', credential: handle },
      ...{ scanned: 'fresh', attempts: 0, hints: [] },
    },
  };
}
