import { expect, it } from 'vitest';
import { shown } from '../world/meeting.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('of two who scan one code at the same moment one meets, and the other is told that somebody has', async () => {
  const { code } = await shown(world);
  const phones = [await world.citizen(), await world.citizen()];
  const answers = await Promise.all(
    phones.map((phone) => phone.ask('POST', '/holder/v1/meetings/join', { body: { code: code() } })),
  );
  expect(answers.map(({ status, code }) => code ?? status).toSorted()).toEqual([200, 'meeting-taken']);
  const rows = await world.ports.db.read(`select id from sessions where body like '%"ceremony":"peer"%'`, {});
  expect(rows).toHaveLength(2);
});
