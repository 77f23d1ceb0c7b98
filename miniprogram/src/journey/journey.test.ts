import { describe, expect, it } from 'vitest';
import { checkWhoAsks } from '../holder/who-asks.ts';
import { login } from '../login/01-login.ts';
import { setUp } from '../testing/set-up.ts';
import { tryAgain } from './answer.ts';
import { awaitOutcome } from './await-outcome.ts';
import { endJourney, newJourney } from './journey.ts';
import { awaitDeliveries } from './send-envelope.ts';
import { takeChallenge } from './take-challenge.ts';
import { takeFace, takeVoice } from './take-samples.ts';

const identity = { name: '林知遥', idNumber: '990001199904121101', validUntil: 'long-term' };

async function applying() {
  const rig = await setUp('apply');
  await login(rig.holder);
  const journey = newJourney(rig.holder, checkWhoAsks(rig.holder, rig.bff.view));
  const idPhoto = new Uint8Array(2_000).fill(9);
  Object.assign(journey, { typed: { identity, idPhoto }, progress: { at: 'agreed' } });
  return { ...rig, journey, idPhoto };
}

describe('a check that was reloaded while it was decided', () => {
  it('is agreed to again before another attempt', async () => {
    const { holder, bff, platform } = await setUp();
    await login(holder);
    bff.view = { ...bff.view, state: 'deciding' };
    bff.outcomes = ['too-dark'];
    const journey = newJourney(holder, checkWhoAsks(holder, bff.view));
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

  it('lets go of a picture that another one, or none, takes the place of', async () => {
    const { journey, idPhoto } = await applying();
    tryAgain(journey, { identity, idPhoto });
    expect(idPhoto.every((byte) => byte === 9)).toBe(true);
    tryAgain(journey, { identity });
    expect(idPhoto.every((byte) => byte === 0)).toBe(true);
  });

  it('sends neither name nor picture where the person let go of it while the challenge was on its way', async () => {
    const { journey, bff } = await applying();
    bff.before = (what, serve) => {
      const answer = serve();
      if (what === 'POST challenge') endJourney(journey);
      return answer;
    };
    await takeChallenge(journey);
    await awaitDeliveries(journey);
    expect(bff.samples).toEqual([]);
  });
});
