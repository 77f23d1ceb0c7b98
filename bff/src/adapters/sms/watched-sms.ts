import * as limits from '../../../../shared/limits.ts';
import { Problem } from '../../../../shared/problem.ts';
import type { SendSms, Sms } from '../../ports/platforms.ts';

/**
 * Remembers for `limits.smsOutage` that a provider failed: meanwhile everybody is told, whatever the number. One message that it did
 * not take, or that waits for its turn in vain, is no such failure: else a number that no provider takes would keep everybody out.
 */
export function watchedSms(send: SendSms, now: () => number): Sms {
  let downUntil = 0;
  return {
    demandUp() {
      const wait = downUntil - now();
      if (wait > 0)
        throw new Problem('platform-unavailable', {
          retryAfter: Math.ceil(Math.min(wait, limits.smsOutage) / 1000),
        });
    },
    async send(phone, code) {
      try {
        await send(phone, code);
        downUntil = 0;
      } catch (fault) {
        if (fault instanceof Problem && fault.code === 'platform-unavailable')
          downUntil = now() + limits.smsOutage;
        throw fault;
      }
    },
  };
}
