import type { OfCheck } from '../../../shared/contract/access/token.ts';
import { Problem } from '../../../shared/problem.ts';
import type { AssertionFault, TokenFault } from '../ports/token-faults.ts';

/** Why a device code gives no token. */
type DeviceFault = Exclude<TokenFault, AssertionFault>;

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
