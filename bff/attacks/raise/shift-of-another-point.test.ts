import { expect, it } from 'vitest';
import { yes } from '../../../scripts/authority/raise/raise.fixture.ts';
import { applicant, carded, lookedAt, officerAt } from '../world/raise.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('an officer of another point neither sees a session nor decides it', async () => {
  const [officer, stranger] = [await officerAt(world, 'north'), await officerAt(world, 'south')];
  const sessionId = await carded(officer, await applicant(world));
  await expect(stranger.view(sessionId)).rejects.toThrow('not-found');
  await expect(stranger.begin(sessionId, yes)).rejects.toThrow('not-found');
});

it('nor does the authority take a BFF’s word for whose session it is', async () => {
  const [officer, stranger] = [await officerAt(world, 'north'), await officerAt(world, 'south')];
  const { checked } = await lookedAt(officer, await applicant(world));
  const path = `/v1/challenges/${checked.claims.challengeId}/officer-decision/begin`;
  const answer = await world.authority.post(path, { shiftId: stranger.shiftId(), decision: yes });
  expect(answer).toMatchObject({ code: 'shift-over' });
});

it('a shift token without its browser’s key opens nothing', async () => {
  const [officer, stranger] = [await officerAt(world), await officerAt(world)];
  const token = officer.browser.token();
  const answer = await stranger.browser.ask('GET', '/officer/v1/shift', { token });
  expect(answer).toMatchObject({ status: 401, body: { code: 'dpop-invalid' } });
});
