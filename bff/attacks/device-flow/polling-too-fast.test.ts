import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { startWorld } from '../world/world.fixture.ts';
import { openProgram } from './program.fixture.ts';

const world = await startWorld();
const program = openProgram(world);
const pauseOf = async (sessionId: string) => {
  const sql = 'select pause from device_codes where session_id = :sessionId';
  return (await world.ports.db.read(sql, { sessionId }))[0]?.pause;
};

it('a program that asks without pause is told to slow down each time, and its pause grows to a minute and no further', async () => {
  const { device_code, session_id } = await program.open();
  expect(await program.ask(device_code)).toMatchObject({ body: { error: 'authorization_pending' } });
  const pauses: unknown[] = [];
  for (let i = 0; i < 13; i++) {
    expect(await program.ask(device_code)).toMatchObject({ status: 400, body: { error: 'slow_down' } });
    pauses.push(await pauseOf(session_id));
  }
  expect(pauses).toEqual([10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 60, 60]);
  world.clock.pass(30_000);
  expect(await program.ask(device_code)).toMatchObject({ body: { error: 'slow_down' } });
  world.clock.pass(limits.devicePollSecondsMost * 1000);
  expect(await program.ask(device_code)).toMatchObject({ body: { error: 'authorization_pending' } });
});

it('nor does it get around that at another process, or by asking many times at once', async () => {
  const { device_code } = await program.open();
  const other = await world.another();
  const places = [world.url, other, world.url, other, world.url, other];
  const answers = await Promise.all(places.map((at) => program.ask(device_code, at)));
  const errors = answers.map(({ body }) => JSON.stringify(body).match(/"error":"(\w+)"/)?.[1]).sort();
  expect(errors).toEqual(['authorization_pending', ...Array.from({ length: 5 }, () => 'slow_down')]);
});

it('a program that lost one of these answers comes to know it by the next', async () => {
  const { device_code } = await program.open();
  await program.ask(device_code);
  await program.ask(device_code);
  world.clock.pass(5_000);
  expect(await program.ask(device_code)).toMatchObject({ body: { error: 'slow_down' } });
  world.clock.pass(10_000);
  expect(await program.ask(device_code)).toMatchObject({ body: { error: 'authorization_pending' } });
});

it('made-up device codes find nothing, and use up what the counter may ask', async () => {
  for (const code of ['', 'x', 'A'.repeat(43), 'A'.repeat(100)])
    expect(await program.ask(code)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  expect(await program.ask('A'.repeat(101))).toMatchObject({ status: 400, code: 'request-invalid' });
});
