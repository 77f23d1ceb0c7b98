import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { checkedThrough, look, meet } from '../world/meeting.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('who does not agree himself learns nothing of the other, though that one passed', async () => {
  const { opener, joiner, meetingId, joinerSession } = await meet(world);
  expect((await checkedThrough(joiner, joinerSession)).state).toBe('passed');
  expect((await look(opener, meetingId)).state).toBe('checking');
  world.clock.pass(limits.claimedLifetime);
  expect((await look(opener, meetingId)).state).toBe('over');
  expect((await look(joiner, meetingId)).state).toBe('not-confirmed');
});

it('who agrees and then leaves learns nothing either, and no phone tells a refusal from a face that is not the own', async () => {
  const left = await meet(world);
  expect((await checkedThrough(left.joiner, left.joinerSession)).state).toBe('passed');
  await left.opener.ask('POST', `/holder/v1/sessions/${left.openerSession}/decline`);
  expect((await look(left.opener, left.meetingId)).state).toBe('over');
  const failed = await meet(world);
  await world.authority.script({
    name: 'stub-decision',
    outcome: 'fail',
    hints: ['face-not-matched'],
    times: 1,
  });
  await checkedThrough(failed.opener, failed.openerSession);
  await checkedThrough(failed.joiner, failed.joinerSession);
  const told = async ({ joiner, meetingId }: typeof left) => {
    const { id: _, sessionId: _own, serverTime: _now, ...rest } = await look(joiner, meetingId);
    return rest;
  };
  expect(await told(failed)).toEqual({ state: 'not-confirmed' });
  expect(await told(left)).toEqual(await told(failed));
});
