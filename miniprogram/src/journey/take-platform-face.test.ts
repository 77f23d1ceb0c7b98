import { beforeEach, describe, expect, it } from 'vitest';
import { login } from '../login/01-login.ts';
import { type Rig, setUp } from '../testing/set-up.ts';
import { claim } from '../verify/02-claim.ts';
import { endJourney, type Journey, newJourney } from './journey.ts';
import { nextStep } from './next-step.ts';
import { takePlatformFace } from './take-platform-face.ts';

let rig: Rig;
let journey: Journey;
let opened: string[];
beforeEach(async () => {
  rig = await setUp();
  rig.bff.faceBy = 'wechat';
  opened = [];
  rig.platform.verifyFace = async ({ verifyId }) => void opened.push(verifyId);
  await login(rig.holder);
  journey = newJourney(rig.holder, await claim(rig.holder, 'https://bff.test/q/1.x.1.y'));
  journey.progress = { at: 'agreed' };
});
const steps = () => rig.bff.log.filter((what) => /platform-face|end/.test(what));

describe('the page of the platform', () => {
  it('opens, and the voice is still to come', async () => {
    await takePlatformFace(journey);
    expect(nextStep(journey).at).toBe('voice');
    expect(opened).toHaveLength(1);
  });

  it.each([
    ['went back', () => journey.stop?.()],
    ['began another check', () => endJourney(journey)],
  ])(
    'does not open where the person %s before it is there, and does when it is asked for again',
    async (_, leave) => {
      rig.bff.before = (what, serve) => {
        if (what === 'POST platform-face') leave();
        return serve();
      };
      await expect(takePlatformFace(journey)).rejects.toMatchObject({ code: 'capture-interrupted' });
      expect(opened).toEqual([]);
      expect(steps()).toEqual(['POST platform-face']);
      delete rig.bff.before;
      await takePlatformFace(journey);
      expect(nextStep(journey).at).toBe('voice');
      expect(opened).toHaveLength(1);
    },
  );

  it('does not open before the person has agreed', async () => {
    journey.progress = { at: 'shown' };
    await expect(takePlatformFace(journey)).rejects.toMatchObject({ code: 'consent-missing' });
    expect(steps()).toEqual([]);
  });
});
