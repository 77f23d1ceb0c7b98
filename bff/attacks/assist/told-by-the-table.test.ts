import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { forget } from '../../src/jobs/forget.ts';
import { attendantAt, guest, pin } from '../world/assist.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('ten minutes after its end no row says of a check that it was assisted, or by whom', async () => {
  const [attendant, who] = [await attendantAt(world), await guest(world)];
  const rowOf = async (sessionId: string) => {
    const [row] = await world.ports.db.read('select * from sessions where id = :sessionId', { sessionId });
    return JSON.parse(String(row?.body));
  };
  const ended = [];
  for (const [chosen, state] of [
    [pin, 'passed'],
    ['314159', 'failed'],
  ] as const) {
    const { sessionId } = await world.hotel.open();
    expect((await attendant.assist(sessionId, who.card, { pin: chosen })).state).toBe(state);
    expect(await rowOf(sessionId)).toMatchObject({ ceremony: 'assist', state });
    ended.push({ sessionId, state });
  }
  world.clock.pass(limits.claimMemory + 1000);
  await forget(world.ports);
  for (const { sessionId, state } of ended) {
    const row = await rowOf(sessionId);
    expect(row).toMatchObject({ ceremony: 'verify', parties: {}, state });
    const { body, status } = await world.hotel.ask('GET', `/counter/v1/sessions/${sessionId}`);
    expect([status, body]).toMatchObject([200, { state }]);
  }
});
