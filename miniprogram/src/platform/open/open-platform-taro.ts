import Taro from '@tarojs/taro';
import type { LoginPlatform } from '../../../../shared/contract/login/01-login.ts';
import { cameraOfPreview } from '../camera/camera-of-preview.ts';
import { DeviceError } from '../device-error.ts';
import { type Recorders, recordBy, stopRecording } from '../microphone/record-taro.ts';
import { requestByTaro } from '../network/request-by-taro.ts';
import { phoneClock } from '../phone-clock.ts';
import type { FacePage, HttpRequest, Platform } from '../platform.ts';
import { interruptions, sights } from '../signals.ts';
import { preferences } from '../storage/preferences-taro.ts';
import { encryptionOf, storageOfTaro } from '../storage/storage-of-taro.ts';
import { vaultOfTaro } from '../storage/vault-taro.ts';
import { scanByTaro } from './scan-taro.ts';

/** The normal size of type of WeChat and Alipay, in pixels. */
const normalType = 16;

/** In what WeChat and Alipay differ. */
export interface MiniProgram {
  name: LoginPlatform;
  /** Rejects where the phone has no source of randomness. */
  randomValues(length: number): Promise<ArrayBuffer>;
  /** What of a request is sent; its bytes, unless this says otherwise. */
  bodyOf?: (request: HttpRequest) => ArrayBuffer | string | undefined;
  /** What is stored is encrypted: always, or from this base library on where that is asked for, as in `2.21.3`. */
  encrypts: 'always' | { from: string };
  recorders: Recorders['formats'];
  /** Has the owner allow a device, where opening it does not. @throws DeviceError */
  permit?: (device: 'camera' | 'microphone') => Promise<void>;
  /** Opens the platform's own face check and calls `closed` once, however it ended. */
  openFacePage?: ((page: FacePage, closed: () => void) => void) | undefined;
  /** Where the platform tells that a call took the sound. */
  calls: {
    onAudioInterruptionBegin?: (listener: () => void) => void;
    offAudioInterruptionBegin?: (listener: () => void) => void;
  };
  promptFeedback(): void;
}

/** The platform of a mini-program. Where the phone has no source of randomness, nothing stands in for it. */
export function openMiniProgram(own: MiniProgram): Platform {
  const { name, permit, openFacePage, calls } = own;
  const encryption = encryptionOf(own.encrypts);
  const vault = vaultOfTaro(encryption);
  return {
    clock: phoneClock,
    async randomBytes(length) {
      const bytes = new Uint8Array(await own.randomValues(length));
      if (bytes.length !== length) throw new Error(`${name} gave other than the random bytes asked for`);
      return bytes;
    },
    request: (request) => requestByTaro(request, own.bodyOf),
    async loginCode() {
      const { code } = await Taro.login().catch(() => ({ code: '' }));
      if (!code) throw new DeviceError('login-refused');
      return { platform: name, code };
    },
    storage: storageOfTaro(encryption),
    preferences,
    ...(vault === undefined ? {} : { vault }),
    async openCamera() {
      await permit?.('camera');
      return await cameraOfPreview(phoneClock);
    },
    record: (speech) =>
      recordBy(
        { formats: own.recorders, ...(permit === undefined ? {} : { permit: () => permit('microphone') }) },
        speech,
      ),
    stopRecording,
    ...(openFacePage === undefined
      ? {}
      : { verifyFace: (page) => new Promise<void>((resolve) => openFacePage(page, resolve)) }),
    onHide(listener) {
      const forget = interruptions.add(listener);
      Taro.onAppHide(listener);
      calls.onAudioInterruptionBegin?.(listener);
      return () => {
        forget();
        Taro.offAppHide(listener);
        calls.offAudioInterruptionBegin?.(listener);
      };
    },
    followApp(left, back) {
      Taro.onAppHide(left);
      Taro.onAppShow(back);
    },
    sights: sights.add,
    promptFeedback: own.promptFeedback,
    async openSettings() {
      await Taro.openSetting();
    },
    scan: scanByTaro,
    fontScale: () => (Taro.getSystemInfoSync().fontSizeSetting ?? normalType) / normalType,
  };
}
