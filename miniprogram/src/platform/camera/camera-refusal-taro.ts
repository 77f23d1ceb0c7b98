import Taro from '@tarojs/taro';
import { refusalInWords } from '../device-error.ts';
import type { CameraRefusal } from './mounted-camera.ts';

/**
 * Why a Camera component gave no picture: by what its `error` event says, else by whether the owner has allowed the camera in
 * the settings of the app; one that is allowed and does not open is in somebody else's hands.
 */
export async function cameraRefusal(event?: unknown): Promise<CameraRefusal> {
  const told = refusalInWords(messageIn(event));
  if (told !== undefined) return `camera-${told}`;
  return (await isCameraAllowed()) ? 'camera-busy' : 'camera-refused';
}

/** As WeChat names it, and Alipay. */
async function isCameraAllowed(): Promise<boolean> {
  const settings = await Taro.getSetting().catch(() => undefined);
  const given = new Map<string, unknown>(Object.entries(settings?.authSetting ?? {}));
  return given.get('scope.camera') === true || given.get('camera') === true;
}

/** `detail.errMsg` at WeChat, `detail.errorMessage` at Alipay. */
function messageIn(event: unknown): string {
  const detail = member(event, 'detail');
  return [member(detail, 'errMsg'), member(detail, 'errorMessage'), member(detail, 'message')]
    .filter((said) => typeof said === 'string')
    .join(' ');
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
