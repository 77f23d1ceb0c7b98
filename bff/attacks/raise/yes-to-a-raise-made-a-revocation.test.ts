import { expect, it } from 'vitest';
import { asId } from '../../../shared/ids.ts';
import { shiftOf, toldTo } from '../world/officers-page.fixture.ts';
import { officerAt } from '../world/raise.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const officer = await officerAt(world);

/** The BFF has the authority make another challenge for the session that the officer opened, and goes on calling it what the officer began. */
async function viewOverRevocation() {
  const { sessionId } = await officer.open();
  const view = await officer.view(sessionId);
  const { rpId, counterId } = shiftOf(officer);
  const key = officer.browser.thumbprint;
  const { authority, officers } = world.ports;
  const { claims } = await authority.issueChallenge({
    ...{
      ceremony: 'revoke',
      purpose: 'end-family',
      sessionId,
      attempt: 1,
      scene: 'acceptance',
      level: 'strict',
      rpId,
      counterId,
    },
    ...{ deviceThumbprint: key, parties: { officer: key }, consent: { face: false, voice: false } },
  });
  return { ...view, ...(await officers.partyChallenge(asId('chl', claims.challengeId), 'officer')) };
}

it('an officer who began a raise seals no card and signs no yes for a revocation: the page goes by what was begun', async () => {
  const view = await viewOverRevocation();
  expect(view.ceremony).toBe('raise');
  expect(() => toldTo(world, officer, view)).toThrow('authority-unproved');
  // The control: it is a challenge that whoever began a revocation takes.
  expect(toldTo(world, officer, view, { work: 'revoke' }).claims.ceremony).toBe('revoke');
});
