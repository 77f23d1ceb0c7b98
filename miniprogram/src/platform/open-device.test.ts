import { afterEach, describe, expect, it, vi } from 'vitest';
import { HolderProblem, nextText, problemText } from '../holder/holder-problem.ts';
import { refusalInWords } from './device-error.ts';
import { openDevice } from './open-device.h5.ts';

afterEach(() => vi.unstubAllGlobals());

/** A browser that opens no device, for that reason. */
function refusing(name: string): void {
  const getUserMedia = async () => Promise.reject(new DOMException('', name));
  vi.stubGlobal('navigator', { mediaDevices: { getUserMedia } });
}

describe.each(['camera', 'microphone'] as const)('a %s that does not open in a browser', (device) => {
  it.each([
    ['NotAllowedError', 'refused'],
    ['SecurityError', 'refused'],
    ['NotReadableError', 'busy'],
    ['TrackStartError', 'busy'],
    ['AbortError', 'busy'],
    ['NotSupportedError', 'unsupported'],
    ['NotFoundError', 'missing'],
    ['OverconstrainedError', 'missing'],
  ])('for a %s is %s', async (name, refusal) => {
    refusing(name);
    await expect(openDevice(device, {})).rejects.toMatchObject({ code: `${device}-${refusal}` });
  });

  it('is unsupported in a web view without media devices', async () => {
    vi.stubGlobal('navigator', {});
    await expect(openDevice(device, {})).rejects.toMatchObject({ code: `${device}-unsupported` });
  });

  it('has a text and a next step of its own for each reason, in Chinese and English', () => {
    const reasons = (['refused', 'busy', 'unsupported'] as const).map((why) => `${device}-${why}` as const);
    for (const language of ['zh', 'en'] as const) {
      expect(new Set(reasons.map((code) => problemText(code)[language])).size).toBe(3);
      expect(new Set(reasons.map((code) => nextText(new HolderProblem(code))[language])).size).toBe(3);
    }
  });
});

describe('the words of WeChat and Alipay for a device that does not open', () => {
  it.each([
    ['operateCamera:fail auth deny', 'refused'],
    ['scanCode:fail system permission denied', 'refused'],
    ['用户不允许使用摄像头', 'refused'],
    ['operateCamera:fail camera is in use', 'busy'],
    ['摄像头被占用', 'busy'],
    ['insertCamera:fail not support', 'unsupported'],
    ['scanCode:fail cancel', undefined],
    ['用户取消', undefined],
    ['', undefined],
  ])('%s: %s', (message, refusal) => {
    expect(refusalInWords(message)).toBe(refusal);
  });
});
