import { beforeEach, describe, expect, it } from 'vitest';
import type { Ceremony } from '../../../shared/ceremonies.ts';
import { checkWhoAsks } from '../holder/who-asks.ts';
import { login } from '../login/01-login.ts';
import { type Rig, setUp } from '../testing/set-up.ts';
import { agree, tryAgain } from './answer.ts';
import { awaitOutcome } from './await-outcome.ts';
import { type Journey, newJourney } from './journey.ts';
import { nextStep } from './next-step.ts';
import { takePlatformFace } from './take-platform-face.ts';
import { takeFace, takeVoice } from './take-samples.ts';

let rig: Rig;
let journey: Journey;
const both = { face: true, voice: true };
const next = () => nextStep(journey).at;

async function begin(ceremony: Ceremony = 'verify', faceBy: 'phone' | 'wechat' = 'phone') {
  rig = await setUp(ceremony);
  rig.bff.faceBy = faceBy;
  rig.platform.verifyFace = async () => undefined;
  await login(rig.holder);
  journey = newJourney(rig.holder, checkWhoAsks(rig.holder, rig.bff.view));
}
beforeEach(() => begin());

const face = () => takeFace(journey, () => undefined);
const voice = () => takeVoice(journey, { onOpen: () => undefined, heard: () => true });

describe('what comes next', () => {
  it('of a check: the choice, the face, the digits, the end', async () => {
    expect(nextStep(journey)).toMatchObject({ at: 'confirm', asks: { rpName: 'Hotel' } });
    agree(journey, both);
    expect(next()).toBe('face');
    await face();
    expect(nextStep(journey)).toEqual({ at: 'voice', count: 6 });
    await voice();
    expect(next()).toBe('waiting');
    await awaitOutcome(journey);
    expect(next()).toBe('result');
  });

  it('without consent to the voice: no digits', async () => {
    agree(journey, { face: true, voice: false });
    await face();
    expect(next()).toBe('waiting');
  });

  it('where the platform takes the face: its page, then the digits', async () => {
    await begin('verify', 'wechat');
    agree(journey, both);
    expect(next()).toBe('platform-face');
    await takePlatformFace(journey);
    expect(next()).toBe('voice');
  });

  it('where the authority asks for our own capture after all: that one', async () => {
    await begin('verify', 'wechat');
    agree(journey, both);
    rig.bff.faceBy = 'phone';
    await takePlatformFace(journey);
    expect(next()).toBe('face');
  });

  it('after an attempt that may be made again: the person says so, and it begins with the face', async () => {
    rig.bff.outcomes = ['too-dark'];
    agree(journey, both);
    await face();
    await voice();
    await awaitOutcome(journey);
    expect(nextStep(journey)).toEqual({ at: 'retry', hints: ['too-dark'] });
    tryAgain(journey);
    expect(next()).toBe('face');
  });

  it('after a reload of a check: it is shown again, or waited for', () => {
    journey.view = { ...journey.view, state: 'challenged' };
    expect(next()).toBe('confirm');
    tryAgain(journey);
    expect(next()).toBe('confirm');
    journey.view = { ...journey.view, state: 'deciding' };
    expect(next()).toBe('waiting');
  });

  it('after a reload of an application: it is begun anew', async () => {
    await begin('apply');
    expect(next()).toBe('start-anew');
    tryAgain(journey);
    expect(next()).toBe('start-anew');
    agree(journey, both);
    expect(next()).toBe('start-anew');
  });

  it('of an application that somebody seems to ask for: there is nothing to agree to', () => {
    journey.view = { ...journey.view, ceremony: 'apply' };
    agree(journey, both);
    expect(next()).toBe('start-anew');
  });

  it('where the counter ended it, at any step: the end', async () => {
    agree(journey, both);
    await face();
    journey.view = { ...journey.view, state: 'cancelled' };
    expect(next()).toBe('result');
  });
});
