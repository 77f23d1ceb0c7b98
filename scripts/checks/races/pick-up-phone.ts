import { type Holder, startHolder } from '../../../miniprogram/src/holder/holder.ts';
import { login } from '../../../miniprogram/src/login/01-login.ts';
import type { RunningSandbox } from '../../sandbox/start-processes.ts';
import { readTrust } from '../../stand-ins/phone/read-trust.ts';
import { type ScriptedPlatform, scriptedPlatform } from '../../stand-ins/phone/scripted-platform.ts';

/** A phone, logged in, whose camera and microphone give bytes that only a scripted authority decides about. */
export interface Phone {
  holder: Holder;
  platform: ScriptedPlatform;
}

/** What camera and microphone give; sealing overwrites it, so each capture makes its own. */
export interface Samples {
  frame(): Uint8Array;
  recording(): Uint8Array;
}

const anything: Samples = {
  frame: () => new Uint8Array(200).fill(7),
  recording: () => new Uint8Array(2_000).fill(9),
};

export async function pickUpPhone(
  { platformUrl, bffUrl, sandbox }: RunningSandbox,
  account: string,
  samples = anything,
): Promise<Phone> {
  const platform = scriptedPlatform({ platformUrl, account });
  let at = 0;
  platform.openCamera = async () => ({
    watch: async ({ frames }) =>
      Array.from({ length: frames }, () => {
        at += 300;
        return { at, jpeg: samples.frame() };
      }),
    close: async () => undefined,
  });
  platform.record = async () => ({ container: 'wav', recording: samples.recording() });
  const holder = await startHolder({ platform, bffUrl, trust: readTrust(sandbox) });
  await login(holder);
  return { holder, platform };
}
