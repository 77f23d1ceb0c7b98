import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { meet } from '../world/meeting.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const open = '/holder/v1/meetings';

it('whom three people declined within a day asks nobody else that day, on whatever phone, and others go on', async () => {
  const opener = await world.citizen('pest');
  for (let times = 0; times < limits.meetingDeclines; times++) {
    const { joiner, joinerSession } = await meet(world, { opener });
    await joiner.ask('POST', `/holder/v1/sessions/${joinerSession}/decline`);
  }
  expect(await opener.ask('POST', open)).toMatchObject({ status: 429, code: 'meetings-blocked' });
  expect((await (await world.citizen()).ask('POST', open)).status).toBe(201);
});

it('to decline what one opened oneself counts against nobody', async () => {
  const opener = await world.citizen();
  for (let times = 0; times <= limits.meetingDeclines; times++) {
    const { openerSession } = await meet(world, { opener });
    await opener.ask('POST', `/holder/v1/sessions/${openerSession}/decline`);
  }
  expect((await opener.ask('POST', open)).status).toBe(201);
});
