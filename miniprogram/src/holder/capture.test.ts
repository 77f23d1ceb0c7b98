import { describe, expect, it } from 'vitest';
import { DeviceError } from '../platform/device-error.ts';
import { setUp } from '../testing/set-up.ts';
import { captureFace } from './capture-face.ts';
import { captureVoice } from './capture-voice.ts';

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

  it('refuses a recording without sound', async () => {
    const { platform } = await setUp();
    platform.record = async () => ({ container: 'wav', recording: new Uint8Array() });
    await expect(captureVoice(platform, '123456')).rejects.toMatchObject({ code: 'capture-empty' });
  });
});
