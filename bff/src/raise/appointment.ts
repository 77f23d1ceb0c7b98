import { drawDigits } from '../../../shared/bytes/draw-digits.ts';
import { beginningInChina, dateInChina } from '../../../shared/china-calendar.ts';
import type { AcceptancePoint, RegisteredPoint } from '../../../shared/contract/officer/terms.ts';
import type { Appointment } from '../../../shared/contract/raise/appointment.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import { type DayPart, dayParts } from '../../../shared/raise/day-parts.ts';
import type { HolderCaller, OfficerCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { take } from '../quota/take.ts';
import { atPoint } from './at-desk.ts';

const day = 24 * 60 * 60 * 1000;

/** Where credentials are raised, of one city or of all, and the cities that have a point. @throws Problem authority-unavailable */
export async function listPoints(
  { officers }: Ports,
  { near }: { near?: string | undefined },
): Promise<{ points: AcceptancePoint[]; cities: string[] }> {
  const all = await officers.listPoints();
  const cities = [...new Set(all.map(({ city }) => city))].sort((a, b) => a.localeCompare(b, 'zh'));
  return { points: all.filter(({ city }) => near === undefined || city === near).map(shown), cities };
}

/**
 * An appointment: six digits for a point and a day. What is stored tells nobody's: the phone alone knows whose it is.
 * @throws Problem not-found, request-invalid where the day is none of the next seven, too-many-requests
 */
export async function appoint(
  ports: Ports,
  { holderId }: HolderCaller,
  asked: { pointId: string; day: string; part: DayPart },
): Promise<Appointment> {
  const point = (await ports.officers.listPoints()).find(({ pointId }) => pointId === asked.pointId);
  if (point === undefined) throw new Problem('not-found');
  const now = ports.now();
  const days = Array.from({ length: limits.appointmentLifetime / day }, (_, n) => dateInChina(now + n * day));
  if (!days.includes(asked.day)) throw new Problem('request-invalid');
  await take(ports, [{ quota: 'appointments-by-holder', subject: holderId }]);
  const expiresAt = beginningInChina(asked.day) + day;
  for (let tries = 0; tries < codesTried; tries++) {
    const code = drawDigits(ports.random, limits.appointmentDigits);
    const written = await ports.db.write([
      {
        sql: `insert into appointments (point, code, day, part, expires_at) values (:point, :code, :day, :part, :expiresAt)
          on conflict do nothing returning code`,
        params: { point: point.pointId, code, day: asked.day, part: asked.part, expiresAt },
        rows: 1,
      },
    ]);
    if (written.done) return { code, point: shown(point), day: asked.day, part: asked.part, expiresAt };
  }
  throw new Problem('storage-busy');
}

/** So many codes of a point that are taken in a row are no chance any more. */
const codesTried = 20;

/** Calls an appointment off, by what only its phone knows together; answers alike where there is none. @throws Problem too-many-requests */
export async function cancelAppointment(
  ports: Ports,
  { holderId }: HolderCaller,
  { pointId, code }: { pointId: string; code: string },
): Promise<Record<string, never>> {
  await take(ports, [{ quota: 'cancellations-by-holder', subject: holderId }]);
  const params = { point: pointId, code };
  await ports.db.write([{ sql: 'delete from appointments where point = :point and code = :code', params }]);
  return {};
}

/**
 * Whether somebody has an appointment of that code at the officer's own point, and for when: no more is known of it.
 * @throws Problem appointment-unknown, officer-may-not, too-many-requests
 */
export async function lookUpAppointment(
  ports: Ports,
  caller: OfficerCaller,
  { code }: { code: string },
): Promise<{ day: string; part: DayPart; expiresAt: number }> {
  const { counterId } = atPoint(caller);
  await take(ports, [{ quota: 'look-ups-by-officer', subject: caller.officerId }]);
  const point = (await ports.officers.listPoints()).find((each) => each.counterId === counterId);
  const [row] = await ports.db.read(
    'select day, part, expires_at from appointments where point = :point and code = :code and expires_at > :now',
    { point: point?.pointId ?? '', code, now: ports.now() },
  );
  if (row === undefined) throw new Problem('appointment-unknown');
  const part = dayParts.find((known) => known === row.part);
  if (part === undefined) throw new Error('a stored appointment is of no half of a day');
  return { day: String(row.day), part, expiresAt: Number(row.expires_at) };
}

function shown({ pointId, name, city, address, hours, phone }: RegisteredPoint): AcceptancePoint {
  return { pointId, name, city, address, hours, phone };
}
