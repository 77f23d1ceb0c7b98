import type { EraseAnswer } from '../../../shared/contract/protect/erase.ts';
import { idPattern } from '../../../shared/ids.ts';
import { callBff } from '../holder/call-bff.ts';
import { type Guard, list, moment, oneOf, record, text } from '../holder/guards.ts';
import type { Holder } from '../holder/holder.ts';

const isEraseAnswer: Guard<EraseAnswer> = record({
  erasureId: text(new RegExp(idPattern.ers)),
  at: moment,
  authority: oneOf(['done', 'on-its-way', 'nothing-held']),
  kept: list(oneOf(['results', 'log', 'counts', 'register', 'cases'])),
  receipt: text(/^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/),
  serverTime: moment,
});

/**
 * Erases the account and everything that is held, at once. Whoever called wipes this phone then. What waits for news hears before the answer
 * is here that the place of this phone is gone, and takes that for no other phone.
 * @throws HolderProblem device-voided, ...
 */
export async function eraseAccount(holder: Holder): Promise<EraseAnswer> {
  holder.link.erasing = true;
  try {
    return await callBff(holder, {
      method: 'POST',
      path: '/holder/v1/erasure',
      body: { erase: 'account-and-everything-held' },
      guard: isEraseAnswer,
    });
  } catch (problem) {
    holder.link.erasing = false;
    throw problem;
  }
}
