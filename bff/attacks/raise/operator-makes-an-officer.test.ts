import { expect, it } from 'vitest';
import { operatorOf } from '../world/operator.fixture.ts';
import { officerAt } from '../world/raise.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const officer = {
  name: '混入',
  legalName: '混入',
  idNumber: '990001199904121101',
  at: { pointId: 'acp_north' },
  first: true,
};

it('an operator makes no officer: no call of theirs leads there', async () => {
  const operator = await operatorOf(world);
  for (const path of ['/officers', '/../../administrator/v1/officers'])
    expect((await operator.ask('POST', path, { body: officer })).status).toBe(404);
});

it('nor does the BFF, whose key does not open the administrator’s desk', async () => {
  for (const path of ['/administrator/v1/officers', '/administrator/v1/points/acp_north/revoke'])
    expect(await world.authority.post(path, officer)).toMatchObject({ code: 'token-invalid' });
});

it('nor does a link that nobody gave, or that was used', async () => {
  const { browser } = await officerAt(world);
  const answer = await browser.ask('POST', '/officer/v1/enrolments/begin', {
    body: { invite: 'A'.repeat(43) },
  });
  expect(answer).toMatchObject({ status: 410, body: { code: 'invite-over' } });
});

it('nor somebody without a strict credential of their own', async () => {
  const person = { idNumber: '990001199904121101', name: '无证人' };
  world.authority.addPerson(person);
  const asked = {
    name: '无证',
    legalName: person.name,
    idNumber: person.idNumber,
    at: { pointId: 'acp_north' },
  };
  await expect(world.authority.administer('officers', asked)).rejects.toThrow('officer-needs-strict');
});
