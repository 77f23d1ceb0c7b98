import type { SendCodeAnswer } from '../../../shared/contract/login/01-send-code.ts';
import { isSendCodeAnswer } from '../holder/answers.ts';
import { callBff } from '../holder/call-bff.ts';
import type { Holder } from '../holder/holder.ts';

/**
 * Has a login code sent to a mobile number of the mainland (eleven digits). The code counts on this phone's device key only.
 * Never repeated by itself: each call may send a message.
 * @throws HolderProblem sms-too-many with `retryAfter`, platform-unavailable, not-found where no SMS is offered, ...
 */
export async function sendCode(holder: Holder, phone: string): Promise<SendCodeAnswer> {
  return await callBff(holder, {
    method: 'POST',
    path: '/holder/v1/login/codes',
    body: { phone },
    anonymous: true,
    guard: isSendCodeAnswer,
  });
}
