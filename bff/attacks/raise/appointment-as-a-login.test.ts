import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { appointed, officerAt } from '../world/raise.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('an appointment tells its point that there is one and for when, and nobody’s', async () => {
  const [officer, phone] = [await officerAt(world), await world.citizen()];
  const { code, day } = await appointed(world, phone, 'acp_north');
  expect(await officer.lookUp(code)).toEqual({ day, part: 'morning', expiresAt: expect.any(Number) });
  const rows = await world.ports.db.read('select * from appointments', {});
  expect(Object.keys(rows[0] ?? {}).sort()).toEqual(['code', 'day', 'expires_at', 'part', 'point']);
});

it('it is worth nothing at another point, and opens no session, no phone and no shift', async () => {
  const [stranger, phone] = [await officerAt(world, 'south'), await world.citizen()];
  const { code } = await appointed(world, phone, 'acp_north');
  await expect(stranger.lookUp(code)).rejects.toThrow('appointment-unknown');
  expect(await phone.claim({ code })).toMatchObject({ code: 'code-unreadable' });
  expect((await phone.ask('GET', '/holder/v1/credential', { token: code })).code).toBe('token-invalid');
  const answer = await stranger.browser.ask('GET', '/officer/v1/shift', { token: code });
  expect(answer).toMatchObject({ status: 401, body: { code: 'token-invalid' } });
});

it('nor are the codes of a point guessed', async () => {
  const officer = await officerAt(world);
  const guess = (n: number) => officer.lookUp(String(n).padStart(6, '0'));
  for (let n = 0; n < limits.lookUpsPerOfficer.atOnce; n++)
    await expect(guess(n)).rejects.toThrow('appointment-unknown');
  await expect(guess(999_999)).rejects.toThrow('too-many-requests');
});

it('who calls off at random learns of no appointment, and is soon told to stop', async () => {
  const [officer, phone] = [await officerAt(world), await world.citizen()];
  const { code, day } = await appointed(world, await world.citizen(), 'acp_north');
  const cancel = (of: string) =>
    phone.ask('POST', '/holder/v1/appointments/cancel', { body: { pointId: 'acp_north', code: of } });
  const other = code === '000000' ? '000001' : '000000';
  expect(await cancel(other)).toMatchObject({ status: 200, body: {} });
  expect(await officer.lookUp(code)).toMatchObject({ day });
  expect(await cancel(code)).toMatchObject({ status: 200, body: {} });
  await expect(officer.lookUp(code)).rejects.toThrow('appointment-unknown');
  for (let n = 2; n < limits.cancellationsPerHolder.atOnce; n++) await cancel(other);
  expect((await cancel(other)).code).toBe('too-many-requests');
});
