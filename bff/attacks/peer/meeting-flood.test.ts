import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { shown } from '../world/meeting.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('nobody opens more meetings than somebody who meets people, nor keeps more than one of a phone', async () => {
  const opener = await world.citizen();
  const answers = [];
  for (let times = 0; times <= limits.meetingsPerHolder.atOnce; times++)
    answers.push(await opener.ask('POST', '/holder/v1/meetings'));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(limits.meetingsPerHolder.atOnce);
  expect(answers.at(-1)).toMatchObject({ status: 429, code: 'too-many-requests' });
  expect(await world.ports.db.read('select id from meetings', {})).toHaveLength(1);
});

it('nobody is made to scan without end: who has scanned often is left in peace for a while', async () => {
  const joiner = await world.citizen();
  const codes = [];
  for (let times = 0; times <= limits.meetingsJoinedPerHolder.atOnce; times++) {
    const { code } = await shown(world);
    const answer = await joiner.ask('POST', '/holder/v1/meetings/join', { body: { code: code() } });
    codes.push(answer.code ?? answer.status);
    const { sessionId } = Object(answer.body);
    if (typeof sessionId === 'string') await joiner.ask('POST', `/holder/v1/sessions/${sessionId}/decline`);
  }
  expect(codes.slice(0, -1)).toEqual(
    Array.from({ length: limits.meetingsJoinedPerHolder.atOnce }, () => 200),
  );
  expect(codes.at(-1)).toBe('too-many-requests');
});
