import { AcceptancePoint } from '../../../../../../shared/contract/officer/terms.ts';
import {
  Appointment,
  AppointmentBody,
  AppointmentToCancel,
  PointList,
} from '../../../../../../shared/contract/raise/appointment.ts';
import * as limits from '../../../../../../shared/limits.ts';
import { type Entries, told } from '../../entry.ts';
import { lasting } from '../../written/lasting.ts';

const point = {
  ...{ pointId: 'acp_town-hall', name: '市民中心受理点', city: '演示市', address: '演示市人民路 8 号' },
  ...{ hours: '周一至周六 9:00-17:00', phone: '0990-5550101' },
};

/** What a phone asks for before its holder goes to an acceptance point. */
export const appointmentSchemas: Entries = {
  PointToVisit: told(
    AcceptancePoint,
    { zh: '受理点', en: 'Where an officer sees the card, and a credential becomes strict.' },
    {
      pointId: ['The acceptance point.', point.pointId],
      name: ['What stands on its door.', point.name],
      city: ['The city that it is in.', point.city],
      address: ['Where it is.', point.address],
      hours: ['When it is open.', point.hours],
      phone: ['Its telephone.', point.phone],
    },
  ),
  PointList: told(
    PointList,
    { zh: '受理点列表', en: 'Acceptance points, of one city where one was named.' },
    {
      points: ['Those that were asked for.', [point]],
      cities: ['All cities that have one, each once.', [point.city]],
    },
  ),
  AppointmentBody: told(
    AppointmentBody,
    { zh: '预约哪里、哪天', en: 'Where the holder comes, and on which day.' },
    {
      pointId: ['The acceptance point.', point.pointId],
      day: [
        `A day of China’s calendar, within the next ${lasting(limits.appointmentLifetime)}.`,
        '2026-01-02',
      ],
      part: ['Which half of it.', 'morning'],
    },
  ),
  AppointmentToCancel: told(
    AppointmentToCancel,
    { zh: '要取消的预约', en: 'What the phone keeps of it.' },
    {
      pointId: ['The acceptance point.', point.pointId],
      code: [`The ${limits.appointmentDigits} digits.`, '402718'],
    },
  ),
  Appointment: told(
    Appointment,
    { zh: '预约', en: 'An appointment. Nobody but the phone can tell whose it is.' },
    {
      code: ['To be said at the desk: it proves nothing and opens nothing.', '402718'],
      point: ['Where.', point],
      day: ['On which day.', '2026-01-02'],
      part: ['In which half of it.', 'morning'],
      expiresAt: ['Epoch milliseconds: the end of that day.', 1_767_369_600_000],
    },
  ),
};
