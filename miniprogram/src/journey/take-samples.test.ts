import { describe, expect, it } from 'vitest';
import { login } from '../login/01-login.ts';
import { DeviceError } from '../platform/device-error.ts';
import { setUp } from '../testing/set-up.ts';
import { claim } from '../verify/02-claim.ts';
import { awaitOutcome } from './await-outcome.ts';
import { newJourney } from './journey.ts';
import { leaveOutVoice, mayLeaveOutVoice } from './leave-out-voice.ts';
import { nextStep } from './next-step.ts';
import { awaitDeliveries } from './send-envelope.ts';
import { takeChallenge } from './take-challenge.ts';
import { takeFace, takeVoice } from './take-samples.ts';

const show = () => undefined;
const listener = { onOpen: () => undefined, heard: () => true };

/** A phone whose owner has agreed to be checked. */
async function agreed() {
  const rig = await setUp();
  await login(rig.holder);
  const journey = newJourney(rig.holder, await claim(rig.holder, 'https://bff.test/q/1.x.1.y'));
  journey.progress = { at: 'agreed' };
  const wiped = () => rig.platform.handedOut.every((bytes) => bytes.every((byte) => byte === 0));
  return { ...rig, journey, wiped };
}

describe('a capture', () => {
  it('lets face and voice travel, and keeps nothing of them in plain', async () => {
    const { journey, bff, wiped } = await agreed();
    await takeFace(journey, show);
    expect(nextStep(journey).at).toBe('voice');
    await takeVoice(journey, listener);
    await awaitDeliveries(journey);
    expect(bff.samples.map(({ kind }) => kind)).toEqual(['face', 'voice']);
    expect(wiped()).toBe(true);
  });

  it('sends nothing of a face where the page was hidden or a call came in, and wipes it', async () => {
    const { journey, platform, bff, wiped } = await agreed();
    const hide = (prompt: string | null) => {
      if (prompt !== null) platform.hide();
    };
    await expect(takeFace(journey, hide)).rejects.toMatchObject({ code: 'capture-interrupted' });
    await new Promise((resolve) => setTimeout(resolve, 20));
    await awaitDeliveries(journey);
    expect(bff.log.filter((what) => what.startsWith('PUT'))).toEqual([]);
    expect(wiped()).toBe(true);
  });

  it('sends nothing of a voice that is to be read again, and takes the next reading', async () => {
    const { journey, platform, bff, wiped } = await agreed();
    await takeFace(journey, show);
    await awaitDeliveries(journey);
    const { record } = platform;
    platform.record = async (speech) => {
      const heard = await record(speech);
      journey.stop?.();
      return heard;
    };
    await expect(takeVoice(journey, listener)).rejects.toMatchObject({ code: 'capture-interrupted' });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(bff.samples.map(({ kind }) => kind)).toEqual(['face']);
    expect(wiped()).toBe(true);

    platform.record = record;
    await takeVoice(journey, listener);
    await awaitDeliveries(journey);
    expect(bff.samples.map(({ kind }) => kind)).toEqual(['face', 'voice']);
  });

  it('sends nothing of a voice that was not heard, and wipes it', async () => {
    const { journey, bff, wiped } = await agreed();
    await takeFace(journey, show);
    await awaitDeliveries(journey);
    const deaf = { ...listener, heard: () => false };
    await expect(takeVoice(journey, deaf)).rejects.toMatchObject({ code: 'capture-empty' });
    expect(bff.samples.map(({ kind }) => kind)).toEqual(['face']);
    expect(wiped()).toBe(true);
  });

  it('tells the digits once the microphone is open and not before, at each reading, and never once it has closed', async () => {
    const { journey, platform } = await agreed();
    await takeFace(journey, show);
    const told: string[] = [];
    const heeds = { onOpen: (digits: string) => void told.push(digits), heard: () => false };
    let openLate: (() => void) | undefined;
    platform.record = async ({ onOpen }) => {
      expect(told).toEqual([]);
      openLate = onOpen;
      await new Promise((resolve) => setTimeout(resolve));
      expect(told).toEqual([]);
      onOpen?.();
      onOpen?.();
      return { container: 'wav', recording: new Uint8Array(9) };
    };
    for (let reading = 0; reading < 2; reading++) {
      await expect(takeVoice(journey, heeds)).rejects.toMatchObject({ code: 'capture-empty' });
      expect(told.splice(0)).toEqual(['314159']);
      openLate?.();
      expect(told).toEqual([]);
    }
  });

  it('goes on by the face alone where the phone has no microphone and the person wants it so', async () => {
    const { journey, platform, bff } = await agreed();
    platform.record = async () => {
      throw new DeviceError('microphone-missing');
    };
    await takeFace(journey, show);
    await expect(takeVoice(journey, listener)).rejects.toMatchObject({ code: 'microphone-missing' });
    expect(mayLeaveOutVoice(journey)).toBe(true);
    leaveOutVoice(journey);
    expect(mayLeaveOutVoice(journey)).toBe(false);
    expect(nextStep(journey).at).toBe('face');
    await takeFace(journey, show);
    expect(nextStep(journey).at).toBe('waiting');
    await awaitOutcome(journey);
    expect(journey.view.state).toBe('passed');
    expect(bff.samples.at(-1)?.kind).toBe('face');
  });

  it('opens no camera and asks for no challenge before the person has agreed', async () => {
    const { journey, platform, bff } = await agreed();
    journey.progress = { at: 'shown' };
    await expect(takeFace(journey, show)).rejects.toMatchObject({ code: 'consent-missing' });
    expect(platform.handedOut).toEqual([]);
    expect(bff.log).not.toContain('POST challenge');
  });

  it('opens no microphone where the person did not agree to the voice', async () => {
    const { journey, platform, bff } = await agreed();
    journey.consent = { face: true, voice: false };
    await takeFace(journey, show);
    expect(nextStep(journey).at).toBe('waiting');
    await awaitDeliveries(journey);
    await expect(takeVoice(journey, listener)).rejects.toMatchObject({ code: 'challenge-expired' });
    journey.progress = { at: 'agreed' };
    journey.deliveries = new Map();
    await takeChallenge(journey);
    await expect(takeVoice(journey, listener)).rejects.toMatchObject({ code: 'challenge-expired' });
    expect(platform.events.filter((what) => what.startsWith('speak'))).toEqual([]);
    expect(bff.samples.map(({ kind }) => kind)).toEqual(['face']);
  });

  it('wipes a face whose challenge is over when it has been taken', async () => {
    const { journey, bff, wiped } = await agreed();
    await takeFace(journey, (prompt) => {
      if (prompt !== null) journey.progress = { at: 'agreed' };
    });
    expect(bff.samples).toEqual([]);
    expect(wiped()).toBe(true);
  });
});
