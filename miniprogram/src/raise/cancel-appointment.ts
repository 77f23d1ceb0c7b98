import type { Appointment } from '../../../shared/contract/raise/appointment.ts';
import { callBff } from '../holder/call-bff.ts';
import { record } from '../holder/guards.ts';
import type { Holder } from '../holder/holder.ts';
import { patiently } from '../holder/patiently.ts';

/** Calls an appointment off and forgets it here; twice is once. @throws HolderProblem */
export async function cancelAppointment(
  holder: Holder,
  { code, point: { pointId } }: Pick<Appointment, 'code' | 'point'>,
): Promise<void> {
  await patiently(holder.platform.clock, () =>
    callBff(holder, {
      ...{ method: 'POST', path: '/holder/v1/appointments/cancel', body: { pointId, code } },
      guard: record({}),
    }),
  );
  await holder.platform.storage.remove('appointment');
}
