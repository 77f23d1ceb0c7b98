import Taro from '@tarojs/taro';
import { cameraOfPreview } from '../camera/camera-of-preview.ts';
import { DeviceError } from '../device-error.ts';
import { onInterruption } from '../interruptions.ts';
import { recordBy, stopRecording } from '../microphone/record-taro.ts';
import { onLevel } from '../microphone/voice-meter.ts';
import { requestByTaro } from '../network/request-by-taro.ts';
import { phoneClock } from '../phone-clock.ts';
import type { FacePage, Platform } from '../platform.ts';
import { onSight } from '../sight/sight-listeners.ts';
import { storageOfTaro } from '../storage/storage-of-taro.ts';
import { hasVersion } from './has-version.ts';
import { nudge } from './nudge.ts';
import { permit } from './permit.weapp.ts';

/** Base library that encrypts storage. */
const encryptsFrom = '2.21.3';
/** WeChat's normal size of type, in pixels. */
const normalType = 16;

function verifyFace({ verifyId }: FacePage): Promise<void> {
  return new Promise((resolve) => {
    const closed = (): void => resolve();
    wx.requestFacialVerify?.({ verifyId, success: closed, fail: closed });
  });
}

/** WeChat. */
export function openPlatform(): Platform {
  const { SDKVersion = '' } = Taro.getSystemInfoSync();
  return {
    clock: phoneClock,
    async randomBytes(length) {
      const { randomValues } = await Taro.getRandomValues({ length });
      const bytes = new Uint8Array(randomValues);
      if (bytes.length !== length) throw new Error('WeChat gave other than the random bytes asked for');
      return bytes;
    },
    request: (request) => requestByTaro(request),
    async loginCode() {
      const { code } = await Taro.login().catch(() => ({ code: '' }));
      if (!code) throw new DeviceError('login-refused');
      return { platform: 'wechat', code };
    },
    storage: storageOfTaro({ encrypt: hasVersion(SDKVersion, encryptsFrom) }),
    async openCamera() {
      await permit('camera');
      return await cameraOfPreview(phoneClock);
    },
    record: (speech) =>
      recordBy(
        {
          formats: [{ format: 'PCM', frameSize: 2 }, { format: 'wav' }],
          permit: () => permit('microphone'),
        },
        speech,
      ),
    ...(wx.requestFacialVerify === undefined ? {} : { verifyFace }),
    stopRecording,
    level: onLevel,
    onHide(listener) {
      const forget = onInterruption(listener);
      Taro.onAppHide(listener);
      wx.onAudioInterruptionBegin?.(listener);
      return () => {
        forget();
        Taro.offAppHide(listener);
        wx.offAudioInterruptionBegin?.(listener);
      };
    },
    sights: onSight,
    nudge,
    async openSettings() {
      await Taro.openSetting();
    },
    async scan() {
      const { result } = await Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] });
      return result;
    },
    fontScale: () => (Taro.getSystemInfoSync().fontSizeSetting ?? normalType) / normalType,
  };
}
