import type { Appointment, AppointmentBody } from '../../../shared/contract/raise/appointment.ts';
import { callBff } from '../holder/call-bff.ts';
import type { Holder } from '../holder/holder.ts';
import { isAppointment } from './kept-appointment.ts';

/**
 * Makes an appointment and keeps it on this phone. Sent again, as on a bad line, it is another one, and the one before lapses by itself.
 * @throws HolderProblem not-found, too-many-requests, network-failed, ...
 */
export async function appoint(holder: Holder, wanted: AppointmentBody): Promise<Appointment> {
  const made = await callBff(holder, {
    ...{ method: 'POST', path: '/holder/v1/appointments', body: wanted },
    guard: isAppointment,
  });
  await holder.platform.storage.write('appointment', JSON.stringify(made)).catch(() => undefined);
  return made;
}
