import { describe, expect, it, vi } from 'vitest';

const phone = vi.hoisted(() => ({ settings: {}, scanned: async () => ({ result: '' }) }));
vi.mock('@tarojs/taro', () => ({
  default: {
    getSetting: async () => ({ authSetting: phone.settings }),
    scanCode: () => phone.scanned(),
  },
}));
const { cameraRefusal } = await import('./camera-refusal-taro.ts');
const { scanByTaro } = await import('../open/scan-taro.ts');

describe('a Camera component without a picture', () => {
  it.each([
    ['WeChat, denied', { detail: { errMsg: 'insertCamera:fail auth deny' } }, {}, 'camera-refused'],
    ['Alipay, denied', { detail: { errorMessage: '用户不允许使用摄像头' } }, {}, 'camera-refused'],
    ['WeChat, in use', { detail: { errMsg: 'camera is occupied' } }, {}, 'camera-busy'],
    ['WeChat, allowed and silent', { detail: {} }, { 'scope.camera': true }, 'camera-busy'],
    ['Alipay, allowed and silent', undefined, { camera: true }, 'camera-busy'],
    ['WeChat, not allowed and silent', { detail: {} }, { 'scope.camera': false }, 'camera-refused'],
    ['never asked and silent', undefined, {}, 'camera-refused'],
    ['not there at all', { detail: { errMsg: 'fail:not supported' } }, {}, 'camera-unsupported'],
  ])('%s', async (_, event, settings, code) => {
    phone.settings = settings;
    expect(await cameraRefusal(event)).toBe(code);
  });
});

describe('the scanner of a mini-program', () => {
  it.each([
    [{ errMsg: 'scanCode:fail:system permission denied' }, 'camera-refused'],
    [{ error: 11, errorMessage: '相机被占用' }, 'camera-busy'],
    [{ errMsg: 'scanCode:fail not support' }, 'camera-unsupported'],
  ])('says why it read nothing: %j', async (problem, code) => {
    phone.scanned = async () => Promise.reject(problem);
    await expect(scanByTaro()).rejects.toMatchObject({ name: 'DeviceError', code });
  });

  it('tells a person who turned back from a camera that does not open', async () => {
    const turnedBack = { errMsg: 'scanCode:fail cancel' };
    phone.scanned = async () => Promise.reject(turnedBack);
    await expect(scanByTaro()).rejects.toBe(turnedBack);
  });

  it('gives what it read', async () => {
    phone.scanned = async () => ({ result: 'text' });
    expect(await scanByTaro()).toBe('text');
  });
});
