import { facePlatforms } from '../../../shared/challenge.ts';
import { disputeKinds } from '../../../shared/contract/protect/dispute.ts';
import type { OwnData } from '../../../shared/contract/protect/export.ts';
import { asId } from '../../../shared/ids.ts';
import { sessionStates } from '../../../shared/sessions.ts';
import { readConsents } from '../consent/read-consents.ts';
import { answerOf } from '../credential/credential.ts';
import { type Delegation, delegationsOf } from '../credential/delegation.ts';
import { meetingOpenerOf } from '../credential/holder-id.ts';
import { readNotices } from '../notice/read-notices.ts';
import type { HolderCaller } from '../ports/callers.ts';
import type { Row } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';
import type { QuotaName } from '../ports/quotas.ts';
import { askedOf } from '../quota/asked.ts';
import { quotas } from '../quota/quotas.ts';

/** All that the tables hold of one holder, by what they are found by: the holder id, the phone, the credential. */
export async function ownData(ports: Ports, caller: HolderCaller): Promise<OwnData> {
  const { holderId, deviceThumbprint: device } = caller;
  const { db } = ports;
  const credential = await answerOf(ports, caller);
  const [holder = {}] = await db.read('select * from holders where id = :holderId', { holderId });
  const reminders = await db.read('select 1 as one from reminders where holder_id = :holderId', { holderId });
  const takeovers = await db.read('select * from takeovers where holder_id = :holderId order by ends_at', {
    holderId,
  });
  const disputes = await db.read('select * from disputes where handle = :handle', {
    handle: credential.handle ?? '',
  });
  const sessions = await db.read(
    `select id, state, body, opened_at from sessions where device = :device and state <> 'unreadable'`,
    { device },
  );
  const secureKeys = await db.read('select cpu from soter_keys where holder_id = :holderId order by cpu', {
    holderId,
  });
  const platform = facePlatforms.find((known) => known === holder.platform);
  return {
    account: {
      ...{ since: Number(holder.since), device, reminded: reminders.length > 0 },
      secureKeys: secureKeys.map(({ cpu }) => String(cpu)),
      ...(platform && { platform }),
      ...(typeof holder.secured_by === 'string' && { securedBy: holder.secured_by }),
    },
    credential,
    consents: await readConsents(ports, holderId),
    notices: await allNotices(ports, device),
    takeovers: takeovers.map((row) => ({
      device: String(row.device),
      ...{ at: Number(row.at), until: Number(row.ends_at), disputed: row.disputed === 1 },
    })),
    disputes: disputes.flatMap(disputeIn),
    sessions: sessions.flatMap(sessionIn),
    family: (await delegationsOf(ports, holderId)).map(delegationOf),
    ...(await passing(ports, caller)),
    quotas: await quotasOf(ports, caller),
  };
}

/** Page by page: none of them is left out. */
async function allNotices(ports: Ports, device: string): Promise<OwnData['notices']> {
  const all: OwnData['notices'] = [];
  for (;;) {
    const page = await readNotices(ports, device, all.at(-1)?.seq ?? 0);
    if (page.length === 0) return all;
    all.push(...page);
  }
}

/** What stands here for minutes, or a day. */
async function passing(
  { db, settings }: Pick<Ports, 'db' | 'settings'>,
  { holderId, deviceThumbprint: device }: HolderCaller,
): Promise<Pick<OwnData, 'arrivals' | 'meetings' | 'declines' | 'wardCodes'>> {
  const arrivals = await db.read('select session_id, expires_at from arrivals where device = :device', {
    device,
  });
  const meetings = await db.read(
    'select id, opener_holder, opened_at, purge_at from meetings where opener_holder = :holderId or joiner_device = :device',
    { holderId, device },
  );
  const declines = await db.read('select ends_at from meeting_declines where opener_hash = :openerHash', {
    openerHash: meetingOpenerOf(settings.holderPepper, holderId),
  });
  const codes = await db.read(
    `select delegation_id, expires_at from ward_codes
      where delegation_id in (select id from delegations where holder_id = :holderId)`,
    { holderId },
  );
  return {
    arrivals: arrivals.map((row) => ({
      ...{ sessionId: asId('ses', String(row.session_id)), until: Number(row.expires_at) },
    })),
    meetings: meetings.map((row) => ({
      meetingId: asId('mtg', String(row.id)),
      as: row.opener_holder === holderId ? 'opener' : 'joiner',
      ...{ openedAt: Number(row.opened_at), until: Number(row.purge_at) },
    })),
    declines: declines.map((row) => ({ until: Number(row.ends_at) })),
    wardCodes: codes.map((row) => ({
      ...{ delegationId: String(row.delegation_id), until: Number(row.expires_at) },
    })),
  };
}

function delegationOf({ holderId: _holder, credential: _ward, ...shown }: Delegation) {
  return shown;
}

function disputeIn(row: Row) {
  const kind = disputeKinds.find((known) => known === row.kind);
  return kind === undefined ? [] : [{ disputeId: String(row.id), kind, day: String(row.day) }];
}

function sessionIn(row: Row) {
  const state = sessionStates.find((known) => known === row.state);
  const body: unknown = JSON.parse(String(row.body));
  const ceremony = Object(body).ceremony;
  if (state === undefined || typeof ceremony !== 'string') return [];
  return [{ sessionId: asId('ses', String(row.id)), ceremony, state, openedAt: Number(row.opened_at) }];
}

function isOwn(name: string): name is QuotaName {
  const [, quota] = Object.entries(quotas).find(([each]) => each === name) ?? [];
  return quota?.counts === 'made' && quota.kept === 'database' && /-by-(holder|device)$/.test(name);
}

/** What is counted by a keyed hash is found by making the same hash again. */
async function quotasOf(
  ports: Ports,
  { holderId, deviceThumbprint }: HolderCaller,
): Promise<OwnData['quotas']> {
  const read = Object.keys(quotas)
    .filter(isOwn)
    .map(async (quota) => {
      const subject = quota.endsWith('-by-holder') ? holderId : deviceThumbprint;
      const { key } = askedOf(ports, { quota, subject });
      const [row] = await ports.db.read(
        'select full_at from buckets where subject = :key and full_at > :now',
        {
          ...{ key, now: ports.now() },
        },
      );
      return row === undefined ? [] : [{ quota, until: Number(row.full_at) }];
    });
  return (await Promise.all(read)).flat();
}
