import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { claimed } from '../world/check.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a phone that opens poll after poll has four that wait, the newest; the others are answered as things stand', async () => {
  const { phone, sessionId, shown } = await claimed(world);
  const path = `/holder/v1/sessions/${sessionId}?after=${shown.version}&wait=20`;
  let answered = 0;
  const polls = Array.from({ length: 60 }, async () => {
    const answer = await phone.ask('GET', path, { proof: phone.proof('GET', path.split('?')[0] ?? '') });
    answered++;
    return answer;
  });
  await expect.poll(() => answered, { timeout: 5_000 }).toBe(60 - limits.longPollsPerDevice);
  await phone.ask('POST', `/holder/v1/sessions/${sessionId}/decline`);
  const states = (await Promise.all(polls)).map(({ status, body }) => [
    status,
    Reflect.get(Object(body), 'state'),
  ]);
  expect(states.filter(([, state]) => state === 'declined')).toHaveLength(limits.longPollsPerDevice);
  expect(new Set(states.map(([status]) => status))).toEqual(new Set([200]));
});
