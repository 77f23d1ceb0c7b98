import { type Static, Type } from 'typebox';
import * as limits from '../../limits.ts';
import { dayParts } from '../../raise/day-parts.ts';
import { AcceptancePoint, idOf } from '../officer/terms.ts';
import { type Call, exact, oneOf, TimeSchema } from '../schema.ts';

const City = Type.String({ minLength: 1, maxLength: 30 });
/** Said at the desk. It proves nothing about anybody and opens nothing. */
export const AppointmentCode = Type.String({ pattern: `^[0-9]{${limits.appointmentDigits}}$` });
/** A day in China, as a calendar writes it. */
export const DaySchema = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' });

export const PointList = exact({
  points: Type.Array(AcceptancePoint, { maxItems: limits.acceptancePoints }),
  cities: Type.Array(City, { maxItems: limits.acceptancePoints }),
});
export type PointList = Static<typeof PointList>;

export const listPointsCall = {
  method: 'GET',
  path: '/holder/v1/acceptance-points',
  summary: 'Where a credential is raised: all points, or those of a city; and the cities that have one.',
  query: exact({ near: Type.Optional(City) }),
  status: 200,
  answer: PointList,
} as const satisfies Call;

export const AppointmentBody = exact({ pointId: idOf('acp'), day: DaySchema, part: oneOf(dayParts) });
export type AppointmentBody = Static<typeof AppointmentBody>;

export const Appointment = exact({
  code: AppointmentCode,
  point: AcceptancePoint,
  day: DaySchema,
  part: oneOf(dayParts),
  expiresAt: TimeSchema,
});
export type Appointment = Static<typeof Appointment>;

/** The phone alone keeps the code: nobody but it can tell whose it is. Refusals: not-found, request-invalid (no day within a week). */
export const appointCall = {
  method: 'POST',
  path: '/holder/v1/appointments',
  summary: 'An appointment at a point, on a day within the next seven: six digits to say at the desk.',
  body: AppointmentBody,
  status: 201,
  answer: Appointment,
} as const satisfies Call;

export const AppointmentToCancel = exact({ pointId: idOf('acp'), code: AppointmentCode });

/** Answered alike whether there was one: nobody learns by it which codes there are. Refusals: too-many-requests. */
export const cancelAppointmentCall = {
  method: 'POST',
  path: '/holder/v1/appointments/cancel',
  summary: 'Calls off an appointment, by its point and code; one that is not there is called off too.',
  body: AppointmentToCancel,
  status: 200,
  answer: exact({}),
} as const satisfies Call;

/** Of the own point alone. Refusals: appointment-unknown, too-many-requests. */
export const lookUpAppointmentCall = {
  method: 'POST',
  path: '/officer/v1/appointments/look-up',
  summary:
    'Whether there is an appointment of that code here, and for which day: nothing else is known of it.',
  body: exact({ code: AppointmentCode }),
  status: 200,
  answer: exact({ day: DaySchema, part: oneOf(dayParts), expiresAt: TimeSchema }),
} as const satisfies Call;
