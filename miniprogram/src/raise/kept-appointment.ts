import type { Appointment } from '../../../shared/contract/raise/appointment.ts';
import { dayParts } from '../../../shared/raise/day-parts.ts';
import { type Guard, moment, oneOf, record, text } from '../holder/guards.ts';
import type { Storage } from '../platform/platform.ts';
import { isPoint } from './list-points.ts';

export const isAppointment: Guard<Appointment> = record({
  code: text(/^[0-9]{6}$/),
  point: isPoint,
  day: text(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/),
  part: oneOf(dayParts),
  expiresAt: moment,
});

/** The appointment that this phone keeps, until its day is over: nobody else knows whose it is. One that is over is removed. */
export async function keptAppointment(storage: Storage, now: number): Promise<Appointment | undefined> {
  try {
    const kept: unknown = JSON.parse((await storage.read('appointment')) ?? 'null');
    if (isAppointment(kept) && kept.expiresAt > now) return kept;
    await storage.remove('appointment');
  } catch {
    // What cannot be read is none.
  }
  return undefined;
}
