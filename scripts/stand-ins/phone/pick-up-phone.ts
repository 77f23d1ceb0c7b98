import { type Holder, startHolder } from '../../../miniprogram/src/holder/holder.ts';
import { login } from '../../../miniprogram/src/login/01-login.ts';
import type { Storage } from '../../../miniprogram/src/platform/platform.ts';
import { type Running, readTrust } from '../../sandbox/read-running.ts';
import { type ScriptedPlatform, scriptedPlatform } from './scripted-platform.ts';
import type { Samples } from './stand-in-platform.ts';

/** A phone in somebody's hand. */
export interface Phone {
  holder: Holder;
  platform: ScriptedPlatform;
}

/**
 * A phone of that account, logged in.
 * @param given `samples`: camera and microphone see and hear nobody and give these; `prepare` may change the phone before its
 * first request
 */
export async function pickUpPhone(
  { platformUrl, bffUrl, sandbox }: Pick<Running, 'platformUrl' | 'bffUrl' | 'sandbox'>,
  account: string,
  given: Given = {},
): Promise<Phone> {
  const phone = await pickUpNewPhone({ platformUrl, bffUrl, sandbox }, account, given);
  await login(phone.holder);
  return phone;
}

interface Given {
  storage?: Storage;
  samples?: Samples;
  prepare?: (platform: ScriptedPlatform) => void;
}

/** As `pickUpPhone`, and nobody has logged in yet. */
export async function pickUpNewPhone(
  { platformUrl, bffUrl, sandbox }: Pick<Running, 'platformUrl' | 'bffUrl' | 'sandbox'>,
  account: string,
  given: Given = {},
): Promise<Phone> {
  const { prepare, ...parts } = given;
  const platform = scriptedPlatform({ platformUrl, account, ...parts });
  prepare?.(platform);
  const holder = await startHolder({ platform, bffUrl, trust: readTrust(sandbox) });
  return { holder, platform };
}
