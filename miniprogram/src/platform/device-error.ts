export type DeviceKind = 'camera' | 'microphone';

/** `refused`: its owner has not allowed it. `busy`: another app has it. `unsupported`: nothing in here may use one. */
export type DeviceRefusal = 'refused' | 'busy' | 'unsupported' | 'missing';

export type DeviceErrorCode = `${DeviceKind}-${DeviceRefusal}` | 'login-refused';

/** What a platform throws where the phone, or its owner, says no. */
export class DeviceError extends Error {
  override readonly name = 'DeviceError';
  readonly code: DeviceErrorCode;

  constructor(code: DeviceErrorCode) {
    super(code);
    this.code = code;
  }
}

/** How WeChat and Alipay put it, in either language; neither has a list of these. */
const words: readonly [DeviceRefusal, RegExp][] = [
  ['refused', /auth|permission|deny|denied|权限|授权|不允许|拒绝/i],
  ['busy', /busy|in use|occup|not readable|interrupt|占用|使用中|被中断/i],
  ['unsupported', /not support|unsupport|不支持/i],
];

/** What a platform's message of a device that did not open means, or undefined where it does not tell. */
export function refusalInWords(message: string): DeviceRefusal | undefined {
  return words.find(([, pattern]) => pattern.test(message))?.[0];
}
