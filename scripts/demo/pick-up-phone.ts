import { type Holder, startHolder } from '../../miniprogram/src/holder/holder.ts';
import { login } from '../../miniprogram/src/login/01-login.ts';
import type { RunningSandbox } from '../sandbox/start-processes.ts';
import { readTrust } from '../stand-ins/phone/read-trust.ts';
import { type ScriptedPlatform, scriptedPlatform } from '../stand-ins/phone/scripted-platform.ts';
import type { StepTime } from './case-result.ts';
import { timeSteps } from './time-steps.ts';

/** A citizen's phone, logged in. */
export interface Phone {
  holder: Holder;
  platform: ScriptedPlatform;
  /** The times of its steps since the last call. */
  takeTimes(): StepTime[];
}

export async function pickUpPhone(sandbox: RunningSandbox, account: string): Promise<Phone> {
  const platform = scriptedPlatform({ platformUrl: sandbox.platformUrl, account });
  const takeTimes = timeSteps(platform);
  const holder = await startHolder({ platform, bffUrl: sandbox.bffUrl, trust: readTrust(sandbox.sandbox) });
  await login(holder);
  return { holder, platform, takeTimes };
}
