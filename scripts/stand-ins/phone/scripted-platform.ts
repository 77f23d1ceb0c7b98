import { DeviceError } from '../../../miniprogram/src/platform/device-error.ts';
import type { Storage } from '../../../miniprogram/src/platform/platform.ts';
import type { LoginPlatform } from '../../../shared/contract/login/01-login.ts';
import type { Act } from '../platforms/face-acts.ts';
import { mintLoginCode, playFaceAct } from './ask-sandbox.ts';
import type { CameraRoll } from './camera-roll.ts';
import { scriptedCamera } from './scripted-camera.ts';
import type { Speech } from './speech.ts';
import { blindDevices, type Samples, type StandInPlatform, standInPlatform } from './stand-in-platform.ts';

/** Who is before camera and microphone; nothing means that there is none. */
export interface Seen {
  roll?: CameraRoll;
  speech?: Speech;
}

/** A phone of which everything is real but the camera and the microphone. */
export interface ScriptedPlatform extends StandInPlatform {
  /** What the camera sees and the microphone hears from now on. */
  seen: Seen;
  /** What the owner does before the camera of the platform. */
  faceAct: Act;
}

/** A phone of that account. Without a storage of its own it is a fresh one, with a new device key. */
export function scriptedPlatform(given: {
  /** Address of the sandbox platform. */
  platformUrl: string;
  platform?: LoginPlatform;
  account: string;
  storage?: Storage;
  /** Camera and microphone see and hear nobody, and give these. */
  samples?: Samples;
}): ScriptedPlatform {
  const { platformUrl, platform: kind = 'wechat', account, storage, samples } = given;
  const standIn = standInPlatform({
    ...(storage === undefined ? {} : { storage }),
    loginCode: async () => ({
      platform: kind,
      code: await mintLoginCode(platformUrl, { platform: kind, account }),
    }),
    verifyFace: ({ verifyId }) => playFaceAct(platformUrl, { verifyId, account, act: scripted.faceAct }),
    async openCamera() {
      const { roll } = scripted.seen;
      if (roll === undefined) throw new DeviceError('camera-missing');
      return scriptedCamera(roll);
    },
    async record({ digits, onOpen }) {
      const { speech } = scripted.seen;
      if (speech === undefined) throw new DeviceError('microphone-missing');
      onOpen?.();
      return { container: 'wav', recording: await speech(digits) };
    },
    ...(samples === undefined ? {} : blindDevices(samples)),
  });
  const scripted: ScriptedPlatform = Object.assign(standIn, { seen: {}, faceAct: 'pass' as const });
  return scripted;
}
