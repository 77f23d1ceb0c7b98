import { beginVerificationCall, verifyOperatorCall } from '../../../../shared/contract/operator/sign-in.ts';
import { Refused } from '../../staff/call/refused.ts';
import { signByPasskey } from '../../staff/call/use-passkey.ts';
import { call } from './call.ts';

/** Does the work; where the server first wants to know that the operator is still there, a passkey says so and it is done again. */
export async function whenVerified<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (refusal) {
    if (!(refusal instanceof Refused) || refusal.why !== 'verification-needed') throw refusal;
    const { ceremony, options } = await call(beginVerificationCall, {});
    await call(verifyOperatorCall, { body: { ceremony, assertion: await signByPasskey(options) } });
    return await work();
  }
}
