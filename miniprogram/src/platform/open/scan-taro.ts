import Taro from '@tarojs/taro';
import { DeviceError, refusalInWords } from '../device-error.ts';

/**
 * What the platform's scanner read. Rejects with whatever the platform says where the person turned back.
 * @throws DeviceError `camera-refused`, `camera-busy`, `camera-unsupported`
 */
export async function scanByTaro(): Promise<string> {
  try {
    const { result } = await Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] });
    return result;
  } catch (problem) {
    const told = refusalInWords(messageOf(problem));
    throw told === undefined ? problem : new DeviceError(`camera-${told}`);
  }
}

/** `errMsg` at WeChat, `errorMessage` at Alipay. */
function messageOf(problem: unknown): string {
  if (typeof problem !== 'object' || problem === null) return '';
  const { errMsg, errorMessage }: { errMsg?: unknown; errorMessage?: unknown } = problem;
  return [errMsg, errorMessage].filter((said) => typeof said === 'string').join(' ');
}
