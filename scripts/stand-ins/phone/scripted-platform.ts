import { randomBytes } from 'node:crypto';
import { DeviceError } from '../../../miniprogram/src/platform/device-error.ts';
import type { Platform, Storage, StorageKey } from '../../../miniprogram/src/platform/platform.ts';
import type { LoginPlatform } from '../../../shared/contract/login/01-login.ts';
import type { Act } from '../platforms/face-acts.ts';
import type { CameraRoll } from './camera-roll.ts';
import { mintLoginCode } from './mint-login-code.ts';
import { playFaceAct } from './play-face-act.ts';
import { scriptedCamera } from './scripted-camera.ts';
import { sendHttp } from './send-http.ts';
import type { Speech } from './speech.ts';

/** A phone of which everything is real but the camera and the microphone. */
export interface ScriptedPlatform extends Platform {
  /** What the camera sees and the microphone hears from now on; nothing means that there is none. */
  stage: { roll?: CameraRoll; speech?: Speech };
  /** What the owner does before the camera of the platform. */
  faceAct: Act;
  /** How often the camera was opened. */
  captures: number;
}

/** A phone of that account. Without a storage of its own it is a fresh one, with a new device key. */
export function scriptedPlatform(given: {
  /** Address of the sandbox platform. */
  platformUrl: string;
  platform?: LoginPlatform;
  account: string;
  storage?: Storage;
}): ScriptedPlatform {
  const { platformUrl, platform: kind = 'wechat', account } = given;
  const platform: ScriptedPlatform = {
    stage: {},
    captures: 0,
    faceAct: 'pass',
    clock: {
      now: () => Date.now(),
      after(milliseconds, then) {
        const timer = setTimeout(then, milliseconds);
        return () => clearTimeout(timer);
      },
    },
    randomBytes: async (length) => new Uint8Array(randomBytes(length)),
    request: sendHttp,
    loginCode: async () => ({
      platform: kind,
      code: await mintLoginCode(platformUrl, { platform: kind, account }),
    }),
    storage: given.storage ?? storageInMemory(),
    verifyFace: ({ verifyId }) => playFaceAct(platformUrl, { verifyId, account, act: platform.faceAct }),
    async openCamera() {
      const { roll } = platform.stage;
      if (roll === undefined) throw new DeviceError('camera-missing');
      platform.captures++;
      return scriptedCamera(roll);
    },
    async record({ digits }) {
      const { speech } = platform.stage;
      if (speech === undefined) throw new DeviceError('microphone-missing');
      return { container: 'wav', recording: await speech(digits) };
    },
    onHide: () => () => undefined,
  };
  return platform;
}

function storageInMemory(): Storage {
  const stored = new Map<StorageKey, string>();
  return {
    read: async (key) => stored.get(key),
    write: async (key, value) => void stored.set(key, value),
    remove: async (key) => void stored.delete(key),
  };
}
