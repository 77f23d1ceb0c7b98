import { expect, it } from 'vitest';
import { yes } from '../../../scripts/authority/raise/raise.fixture.ts';
import { applicant, carded, officerAt } from '../world/raise.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('an officer’s assertion that was recorded is worth nothing a second time, taken or refused', async () => {
  const [officer, who] = [await officerAt(world), await applicant(world)];
  const sessionId = await carded(officer, who);
  const { ceremony, options } = await officer.begin(sessionId, yes);
  const body = { ceremony, assertion: officer.passkey.sign(officer.asked(options)) };
  const path = `/v1/challenges/${officer.told(await officer.view(sessionId)).claims.challengeId}/officer-decision`;
  const atAuthority = { shiftId: officer.shiftId(), ...body };
  const { status } = await world.authority.post(path, atAuthority);
  expect(status).toBe(200);
  expect(await world.authority.post(path, atAuthority)).toMatchObject({ code: 'passkey-refused' });
});
