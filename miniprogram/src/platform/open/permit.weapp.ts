import Taro from '@tarojs/taro';
import { DeviceError } from '../device-error.ts';

const scopes = { camera: 'scope.camera', microphone: 'scope.record' } as const;

/**
 * Has the owner agree to the privacy guide (base library 2.32.3 and later), then to the device. WeChat asks for a device
 * once; after a refusal only its settings help.
 * @throws DeviceError camera-refused, microphone-refused
 */
export async function permit(device: 'camera' | 'microphone'): Promise<void> {
  const refused = new DeviceError(`${device}-refused`);
  const agreed = await new Promise<boolean>((resolve) => {
    if (wx.requirePrivacyAuthorize === undefined) return resolve(true);
    wx.requirePrivacyAuthorize({ success: () => resolve(true), fail: () => resolve(false) });
  });
  if (!agreed) throw refused;
  const scope = scopes[device];
  const { authSetting } = await Taro.getSetting();
  if (authSetting[scope] === true) return;
  try {
    await Taro.authorize({ scope });
  } catch {
    throw refused;
  }
}
