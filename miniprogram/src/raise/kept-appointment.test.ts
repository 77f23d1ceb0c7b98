import { expect, it } from 'vitest';
import { storageInMemory } from '../../../scripts/stand-ins/phone/stand-in-platform.ts';
import { keptAppointment } from './kept-appointment.ts';

const expiresAt = Date.parse('2026-12-01T00:00:00+08:00');
const point = { pointId: 'acp_town', name: '受理点', city: '市', address: '路', hours: '周一', phone: '000' };
const made = { code: '402718', point, day: '2026-11-30', part: 'morning', expiresAt };

const kept = async (text: string, now = expiresAt - 1) => {
  const storage = storageInMemory();
  await storage.write('appointment', text);
  return await keptAppointment(storage, now);
};

it('an appointment is kept until its day is over in China', async () => {
  expect(await kept(JSON.stringify(made))).toEqual(made);
  expect(await kept(JSON.stringify(made), expiresAt)).toBeUndefined();
});

it('of one whose day is over nothing stays on the phone', async () => {
  const storage = storageInMemory();
  await storage.write('appointment', JSON.stringify(made));
  await keptAppointment(storage, expiresAt);
  expect(await storage.read('appointment')).toBeUndefined();
});

it('what cannot be read, or is none, is none', async () => {
  for (const text of [
    '',
    '{',
    'null',
    JSON.stringify({ ...made, code: '12' }),
    JSON.stringify({ ...made, part: 'noon' }),
  ])
    expect(await kept(text)).toBeUndefined();
  expect(await keptAppointment(storageInMemory(), 0)).toBeUndefined();
});
