import { encodeBase64url } from '../../../shared/bytes/base64url.ts';
import { dateInChina } from '../../../shared/china-calendar.ts';
import { newId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { meetingOpenerOf } from '../credential/holder-id.ts';
import type { Statement, Value } from '../ports/db.ts';
import type { testPorts } from '../ports/ports.fixture.ts';
import { askedOf } from '../quota/asked.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** What of one table stands there, until which moment (nothing: no clock ends it), and the words in which SECURITY says so. */
export interface Left {
  row: Record<string, Value>;
  until?: number;
  said: string;
}

export type Everything = Awaited<ReturnType<typeof fillForHolder>>;

/**
 * Everything that a holder leaves at the BFF, made at this moment in every table that has anything of a person or goes by a clock: a phone that took another's place,
 * a void credential, consents that ended, a dispute, a family, a meeting, and what counts and carries all that.
 */
export async function fillForHolder({ ports, phone }: Awaited<ReturnType<typeof testPorts>>) {
  const { db, random } = ports;
  const caller = await phone();
  const { holderId, deviceThumbprint: device } = caller;
  const at = ports.now();
  const ward = encodeBase64url(random(16));
  const [credential] = await db.read('select handle from credentials where holder_id = :holderId', {
    holderId,
  });
  const handle = String(credential?.handle);
  const sessionId = newId('ses', random);
  const counted = askedOf(ports, { quota: 'exports-by-holder', subject: holderId }).key;
  const passes = (row: Left['row'], column: string, after: number, said: string): Left => ({
    ...{ row: { ...row, [column]: at + after }, until: at + after, said },
  });
  const today = dateInChina(at);
  /** Days go as a whole, at midnight in China. */
  const ofDay = (row: Left['row'], kept: number, said: string): Left => {
    const isOver = (now: number) => dateInChina(now - kept) > today;
    const midnight = Array.from({ length: 25 }, (_, n) => at + kept + n * hour).find(isOver) ?? 0;
    return { row: { ...row, day: today }, until: midnight - (midnight % hour), said };
  };
  const left: Record<string, Left> = {
    sessions: passes(
      { id: sessionId, state: 'open', device, body: '{"ceremony":"verify"}', opened_at: at },
      ...(['purge_at', limits.resultRetention, 'the rest 24 hours after'] as const),
    ),
    arrivals: passes({ session_id: sessionId, device }, 'expires_at', 5 * minute, 'the end of the check'),
    device_codes: passes(
      { session_id: sessionId },
      ...(['purge_at', limits.deviceCodeLifetime + limits.deviceCodeMemory, 'kept ten more'] as const),
    ),
    idempotency: passes({ session_id: sessionId }, 'expires_at', day, '24 hours'),
    notices: passes({ device, seq: 1, kind: 'frozen', at }, 'expires_at', limits.noticeLifetime, '90'),
    takeovers: passes({ device: `former ${device}`, holder_id: holderId, at }, 'ends_at', 10 * day, '10'),
    disputes: passes(
      { id: newId('dsp', random), kind: 'takeover', day: today, handle },
      'expires_at',
      180 * day,
      '180 days',
    ),
    consents: passes(
      {
        ...{ id: newId('cns', random), holder_id: holderId, subject: 'face', form: 'apply', taker: 'phone' },
        ...{ text_version: '2026-11-29', language: 'zh', given_at: at, ended_at: at, ended_by: 'withdrawn' },
      },
      ...(['expires_at', limits.endedConsentKept, '3 years'] as const),
    ),
    erasures: passes({}, 'expires_at', limits.erasureKept, '3 years'),
    soter_challenges: passes({ device }, 'expires_at', 2 * minute, '2 and 5 minutes'),
    sms_codes: passes({}, 'expires_at', 5 * minute, '2 and 5 minutes'),
    receipts: ofDay({}, limits.receiptRetention, '90'),
    spent_reports: ofDay({}, limits.reportAge, '14'),
    report_sums: ofDay({}, limits.reportRetention, '400 days'),
    appointments: passes({}, 'expires_at', 7 * day, '7 days'),
    assist_sums: passes({}, 'purge_at', 400 * day, '400 days'),
    delegations: passes(
      {
        ...{
          id: `del_${ward}`,
          holder_id: holderId,
          relation: 'child',
          form: 'under-14',
          scenes: '["hotel"]',
        },
        ...{ asks: 'each-time', state: 'ended', ends_at: at, credential: newId('crd', random) },
      },
      ...(['purge_at', limits.delegationShown, '30 days after it ended'] as const),
    ),
    ward_codes: passes(
      { delegation_id: `del_${ward}`, device },
      'expires_at',
      limits.wardCodeLifetime,
      '10 minutes',
    ),
    meetings: passes(
      { id: newId('mtg', random), opener_holder: holderId, opener_device: device, opened_at: at },
      ...(['purge_at', 30 * minute, '30 after the scan'] as const),
    ),
    meeting_declines: passes(
      { opener_hash: meetingOpenerOf(ports.settings.holderPepper, holderId) },
      'ends_at',
      day,
      'a day',
    ),
    replays: passes({}, 'expires_at', minute, 'own life'),
    buckets: passes({ subject: counted }, 'full_at', hour, 'full again'),
    operator_invites: passes({ invited_by: 'opr' }, 'expires_at', 15 * minute, 'within 12 hours'),
    operator_tokens: passes({ operator_id: 'opr' }, 'expires_at', 12 * hour, 'within 12 hours'),
    passkey_challenges: passes({}, 'expires_at', 2 * minute, 'within 12 hours'),
    pairings: passes({}, 'expires_at', 5 * minute, 'within 12 hours'),
    webhook_secrets: passes({ webhook_id: 'hook' }, 'ends_at', day + minute, 'the overlap of a rotation'),
    webhooks: passes({ id: 'hook', rp_id: 'rp' }, 'expires_at', 2 * day, 'revoked and told'),
    webhook_deliveries: passes(
      { webhook_id: 'hook', state: 'delivered' },
      'expires_at',
      day + 2 * minute,
      'with its session',
    ),
    holders: { row: {}, said: 'the account' },
    credentials: { row: {}, until: at + limits.voidKept, said: '30 days after it is void' },
    soter_keys: { row: { holder_id: holderId, cpu: 'cpu' }, said: 'keys with the account' },
    reminders: { row: { holder_id: holderId }, said: 'not wanted any more' },
    reminder_messages: { row: { holder_id: holderId }, said: 'the last reminder' },
    outbox: { row: { key: handle, kind: 'void-credential', payload: handle }, said: 'delivered' },
  };
  const statements: Statement[] = [
    await insertOf(db, 'operators', { id: 'opr' }),
    await insertOf(db, 'relying_parties', { id: 'rp' }),
  ];
  for (const [table, { row }] of Object.entries(left))
    if (table !== 'holders' && table !== 'credentials') statements.push(await insertOf(db, table, row));
  await db.write([
    ...statements,
    {
      sql: `update credentials set state = 'void', reason = 'erased', since = :at where handle = :handle`,
      params: { at, handle },
    },
    { sql: `update holders set secured_by = 'cpu' where id = :holderId`, params: { holderId } },
  ]);
  return { caller, left };
}

/** What a row leaves out and has to have says nothing. */
async function insertOf(
  db: { read: Awaited<ReturnType<typeof testPorts>>['ports']['db']['read'] },
  table: string,
  row: Left['row'],
): Promise<Statement> {
  const columns = await db.read('select * from pragma_table_info(:table)', { table });
  const blank = columns
    .filter((each) => (each.notnull === 1 && each.dflt_value === null) || Number(each.pk) > 0)
    .map(({ name, type }): [string, Value] => [
      String(name),
      type === 'TEXT' || type === 'text' ? `no ${table}` : 0,
    ]);
  const params = { ...Object.fromEntries(blank), ...row };
  const names = Object.keys(params);
  return { sql: `insert into ${table} (${names}) values (${names.map((name) => `:${name}`)})`, params };
}
