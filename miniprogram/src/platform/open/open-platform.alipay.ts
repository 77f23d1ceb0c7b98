import Taro from '@tarojs/taro';
import { decodeUtf8 } from '../../../../shared/bytes/utf8.ts';
import { cameraOfPreview } from '../camera/camera-of-preview.ts';
import { DeviceError } from '../device-error.ts';
import { onInterruption } from '../interruptions.ts';
import { recordBy, stopRecording } from '../microphone/record-taro.ts';
import { requestByTaro } from '../network/request-by-taro.ts';
import { phoneClock } from '../phone-clock.ts';
import type { FacePage, HttpRequest, Platform } from '../platform.ts';
import { onSight } from '../sight/sight-listeners.ts';
import { storageOfTaro } from '../storage/storage-of-taro.ts';
import { nudge } from './nudge.ts';

/** Alipay's normal size of type, in pixels. */
const normalType = 16;

/** JSON goes as text, which every version sends; an envelope can only go as the bytes it is. */
function bodyOf({ headers, body }: HttpRequest): ArrayBuffer | string | undefined {
  if (body === undefined) return undefined;
  return headers['content-type'] === 'application/json' ? decodeUtf8(body) : body.slice().buffer;
}

async function randomBytes(length: number): Promise<Uint8Array> {
  const bytes = await new Promise<ArrayBuffer>((resolve, reject) => {
    if (my.getRandomValues === undefined) throw new Error('Alipay has no source of randomness');
    my.getRandomValues({ length, success: ({ randomValues }) => resolve(randomValues), fail: reject });
  });
  if (bytes.byteLength !== length) throw new Error('Alipay gave other than the random bytes asked for');
  return new Uint8Array(bytes);
}

function verifyFace({ verifyId, url = '' }: FacePage): Promise<void> {
  return new Promise((resolve) => {
    const closed = (): void => resolve();
    my.startAPVerify?.({ certifyId: verifyId, url, success: closed, fail: closed });
  });
}

/** Alipay. Where the phone has no source of randomness, nothing stands in for it. */
export function openPlatform(): Platform {
  return {
    clock: phoneClock,
    randomBytes,
    request: (request) => requestByTaro(request, bodyOf),
    async loginCode() {
      const { code } = await Taro.login().catch(() => ({ code: '' }));
      if (!code) throw new DeviceError('login-refused');
      return { platform: 'alipay', code };
    },
    storage: storageOfTaro({ encrypt: false }),
    openCamera: () => cameraOfPreview(phoneClock),
    record: (speech) => recordBy({ formats: [{ format: 'wav' }, { format: 'mp3' }] }, speech),
    ...(my.startAPVerify === undefined ? {} : { verifyFace }),
    stopRecording,
    onHide(listener) {
      const forget = onInterruption(listener);
      Taro.onAppHide(listener);
      my.onAudioInterruptionBegin?.(listener);
      return () => {
        forget();
        Taro.offAppHide(listener);
        my.offAudioInterruptionBegin?.(listener);
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
