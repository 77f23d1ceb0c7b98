import { expect, it } from 'vitest';
import { agree, challenged, checkThrough, ended, sendSamples } from '../world/check.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('samples of a challenge that had its verdict do not serve for the next attempt', async () => {
  const first = await challenged(world);
  await world.authority.script({ name: 'stub-decision', outcome: 'retry', times: 1 });
  await sendSamples(first);
  expect((await ended(first)).state).toBe('claimed');
  const second = await agree(first);
  const { phone, sessionId } = first;
  expect(await phone.put(sessionId, 'face', first.face)).toMatchObject({
    status: 422,
    code: 'sample-refused',
  });
  expect(await phone.put(sessionId, 'face', second.face)).toMatchObject({ status: 202 });
});

it('nothing more is taken for a check that is decided', async () => {
  const { phone, sessionId, face } = await checkThrough(world);
  expect(await phone.put(sessionId, 'face', face)).toMatchObject({ status: 410, code: 'session-over' });
});
