import { describe, expect, it } from 'vitest';
import { DeviceError } from '../platform/device-error.ts';
import type { Speech } from '../platform/platform.ts';
import { setUp } from '../testing/set-up.ts';
import { captureFace } from './04-capture-face.ts';
import { captureVoice } from './04-capture-voice.ts';

const show = () => undefined;

describe('the capture of a face', () => {
  it('says that the camera was refused', async () => {
    const { platform } = await setUp();
    platform.openCamera = async () => Promise.reject(new DeviceError('camera-refused'));
    await expect(captureFace(platform, ['nod'], show)).rejects.toMatchObject({ code: 'camera-refused' });
  });

  it('closes a camera that opens only after the time was up', async () => {
    const { platform } = await setUp();
    const { openCamera } = platform;
    platform.clock.after = (_, then) => {
      const timer = setTimeout(then, 5);
      return () => clearTimeout(timer);
    };
    platform.openCamera = async () => {
      await new Promise((resolve) => setTimeout(resolve, 30));
      return openCamera();
    };
    await expect(captureFace(platform, ['nod'], show)).rejects.toMatchObject({ code: 'capture-timeout' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(platform.camerasOpen).toBe(0);
  });

  it('overwrites frames that come after the page was hidden', async () => {
    const { platform } = await setUp();
    const prompt = (shown: string | null) => {
      if (shown === 'nod') platform.hide();
    };
    await expect(captureFace(platform, ['nod'], prompt)).rejects.toMatchObject({
      code: 'capture-interrupted',
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(platform.handedOut.length).toBeGreaterThan(0);
    expect(platform.handedOut.every((bytes) => bytes.every((byte) => byte === 0))).toBe(true);
  });

  it('overwrites the frames it has where the camera is taken away in the middle', async () => {
    const { platform } = await setUp();
    const { openCamera } = platform;
    platform.openCamera = async () => {
      const camera = await openCamera();
      return {
        ...camera,
        watch: async (window) => {
          if (window.prompt !== null) throw new DeviceError('camera-missing');
          return await camera.watch(window);
        },
      };
    };
    await expect(captureFace(platform, ['nod'], show)).rejects.toMatchObject({ code: 'camera-missing' });
    expect(platform.handedOut).toHaveLength(3);
    expect(platform.handedOut.every((bytes) => bytes.every((byte) => byte === 0))).toBe(true);
    expect(platform.camerasOpen).toBe(0);
  });

  it('refuses a camera that shows nothing', async () => {
    const { platform } = await setUp();
    platform.openCamera = async () => ({ watch: async () => [], close: async () => undefined });
    await expect(captureFace(platform, ['nod'], show)).rejects.toMatchObject({ code: 'capture-empty' });
  });
});

describe('the capture of a voice', () => {
  it('says that the microphone is missing', async () => {
    const { platform } = await setUp();
    platform.record = async () => Promise.reject(new DeviceError('microphone-missing'));
    await expect(captureVoice(platform, '123456')).rejects.toMatchObject({ code: 'microphone-missing' });
  });

  it('overwrites what was heard where the page was hidden, and stops the recorder', async () => {
    const { platform } = await setUp();
    let stopped = 0;
    platform.stopRecording = () => void stopped++;
    const { record } = platform;
    platform.record = async (speech) => {
      const heard = await record(speech);
      platform.hide();
      return heard;
    };
    await expect(captureVoice(platform, '123456')).rejects.toMatchObject({ code: 'capture-interrupted' });
    expect(platform.handedOut.every((bytes) => bytes.every((byte) => byte === 0))).toBe(true);
    expect(stopped).toBe(1);
  });

  it('gives up a microphone that is not allowed in time, and lets go of it', async () => {
    const { platform } = await setUp();
    let stopped = 0;
    platform.stopRecording = () => void stopped++;
    platform.clock.after = (_, then) => {
      const timer = setTimeout(then, 5);
      return () => clearTimeout(timer);
    };
    platform.record = () => new Promise(() => undefined);
    await expect(captureVoice(platform, '123456')).rejects.toMatchObject({ code: 'capture-timeout' });
    expect(stopped).toBe(1);
  });

  it('gives each digit of a phrase over a second, and an enrolment no more than one sample holds', async () => {
    const { platform } = await setUp();
    const asked: Speech[] = [];
    const { record } = platform;
    platform.record = (speech) => {
      asked.push(speech);
      return record(speech);
    };
    await captureVoice(platform, '123456');
    await captureVoice(platform, '0123456789'.repeat(3));
    expect(asked.map(({ shortest, longest }) => [shortest, longest])).toEqual([
      [7_300, 9_600],
      [26_200, 28_500],
    ]);
  });

  it('refuses a recording without sound', async () => {
    const { platform } = await setUp();
    platform.record = async () => ({ container: 'wav', recording: new Uint8Array() });
    await expect(captureVoice(platform, '123456')).rejects.toMatchObject({ code: 'capture-empty' });
  });
});
