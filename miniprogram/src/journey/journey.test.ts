import { describe, expect, it, vi } from 'vitest';
import { login } from '../login/01-login.ts';
import { setUp } from '../testing/set-up.ts';
import { awaitOutcome } from './await-outcome.ts';
import { beginJourney, currentApplication } from './journey.ts';
import { takeFace, takeVoice } from './take-samples.ts';

vi.mock('../start/ensure-logged-in.ts', () => ({ ensureLoggedIn: vi.fn() }));

const identity = { name: '林知遥', idNumber: '990001199904121101', validUntil: 'long-term' };

async function applying() {
  const rig = await setUp('apply');
  await login(rig.holder);
  const journey = beginJourney(rig.holder, rig.bff.view);
  const idPhoto = new Uint8Array(2_000).fill(9);
  Object.assign(journey, { typed: { identity, idPhoto }, stage: { at: 'agreed' } });
  return { ...rig, journey, idPhoto };
}

describe('a check that was reloaded while it was decided', () => {
  it('is agreed to again before another attempt', async () => {
    const { holder, bff, platform } = await setUp();
    await login(holder);
    bff.view = { ...bff.view, state: 'deciding' };
    bff.outcomes = ['too-dark'];
    const journey = beginJourney(holder, bff.view);
    await awaitOutcome(journey);
    expect(journey.view.state).toBe('claimed');
    await expect(takeFace(journey, () => undefined)).rejects.toMatchObject({ code: 'consent-missing' });
    expect(platform.handedOut).toEqual([]);
  });
});

describe('an application', () => {
  it.each(['pass', 'fail'] as const)(
    'lets go of name, number and picture when it has ended: %s',
    async (outcome) => {
      const { journey, idPhoto, bff } = await applying();
      bff.outcomes = ['too-dark', outcome];
      for (const left of [true, false]) {
        await takeFace(journey, () => undefined);
        await takeVoice(journey, { onOpen: () => undefined, heard: () => true });
        await awaitOutcome(journey);
        expect('typed' in journey).toBe(left);
        expect(idPhoto.some((byte) => byte !== 0)).toBe(left);
      }
    },
  );

  it('goes on where the person may correct it, and not after a reload: nothing is agreed to then', async () => {
    const { journey, holder, bff } = await applying();
    expect(currentApplication()).toBe(journey);
    beginJourney(holder, bff.view);
    expect(currentApplication()).toBeUndefined();
  });
});
