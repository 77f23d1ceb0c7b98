import type { OfCheck } from '../../../shared/contract/access/token.ts';
import type { ErrorCode } from '../../../shared/errors.ts';
import { Problem } from '../../../shared/problem.ts';

/** Why a device code gives no token. */
type DeviceFault = ErrorCode & ('device-pending' | 'device-hurried' | 'device-code-over' | 'device-denied');

/** A device code that gives no token, or not yet, and what its counter may see of the check. */
export class DeviceRefused extends Problem {
  readonly fault: DeviceFault;
  readonly check: OfCheck;

  constructor(code: DeviceFault, check: OfCheck) {
    super(code);
    this.fault = code;
    this.check = check;
  }
}
