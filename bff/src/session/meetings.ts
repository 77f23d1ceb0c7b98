import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { Registration } from '../../../shared/contract/authority/registration.ts';
import type { AsksPrivately } from '../../../shared/contract/holder-view.ts';
import { asId, type HolderId, type MeetingId, type SessionId } from '../../../shared/ids.ts';
import { Problem } from '../../../shared/problem.ts';
import type { Row } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';

/** A meeting of two people, as it is stored. */
export interface Meeting {
  id: MeetingId;
  token: string;
  /** base64url; what the codes are made of. */
  secret: string;
  opener: { holderId: HolderId; device: string };
  /** Both checks, once somebody has scanned. */
  joined: { device: string; openerSession: SessionId; joinerSession: SessionId } | undefined;
  asker: Registration;
  openedAt: number;
  /** Until when it may be scanned. */
  deadline: number;
}

const isAsker = Compile(Type.Object(Registration.properties));

/** The meeting by its id, or by the token of its codes; undefined where it is forgotten or never was. */
export async function readMeeting(
  { db, now }: Pick<Ports, 'db' | 'now'>,
  by: { id: string } | { token: string },
): Promise<Meeting | undefined> {
  const [column, value] = 'id' in by ? ['id', by.id] : ['token', by.token];
  const [row] = await db.read(`select * from meetings where ${column} = :value and purge_at > :now`, {
    value,
    now: now(),
  });
  return row && meetingOf(row);
}

/**
 * Who asks in a session of a meeting: a private person, by the authority's own statement. Nothing once the meeting is forgotten.
 * @throws Problem who-asks-unknown where the session lives longer than that
 */
export async function asksPrivately(
  ports: Pick<Ports, 'db' | 'now'>,
  meetingId: MeetingId,
  over: boolean,
): Promise<{ asksPrivately?: AsksPrivately }> {
  const meeting = await readMeeting(ports, { id: meetingId });
  if (meeting !== undefined) return { asksPrivately: { meetingId, statement: meeting.asker } };
  if (over) return {};
  throw new Problem('who-asks-unknown');
}

function meetingOf(row: Row): Meeting {
  const asker: unknown = JSON.parse(String(row.asker));
  if (!isAsker.Check(asker)) throw new Error('a stored meeting does not say who asks');
  return {
    id: asId('mtg', String(row.id)),
    token: String(row.token),
    secret: String(row.secret),
    opener: { holderId: asId('hol', String(row.opener_holder)), device: String(row.opener_device) },
    joined:
      row.joiner_device === null
        ? undefined
        : {
            device: String(row.joiner_device),
            openerSession: asId('ses', String(row.opener_session)),
            joinerSession: asId('ses', String(row.joiner_session)),
          },
    asker,
    openedAt: Number(row.opened_at),
    deadline: Number(row.deadline),
  };
}
