export type DeviceErrorCode =
  | 'camera-refused'
  | 'camera-missing'
  | 'microphone-refused'
  | 'microphone-missing'
  | 'login-refused';

/** What a platform throws where the phone, or its owner, says no. */
export class DeviceError extends Error {
  override readonly name = 'DeviceError';
  readonly code: DeviceErrorCode;

  constructor(code: DeviceErrorCode) {
    super(code);
    this.code = code;
  }
}
