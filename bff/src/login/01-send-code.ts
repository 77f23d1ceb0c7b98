import { drawDigits } from '../../../shared/bytes/draw-digits.ts';
import type { SendCodeAnswer, SendCodeBody } from '../../../shared/contract/login/01-send-code.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import type { Ports } from '../ports/ports.ts';
import { take } from '../quota/take.ts';
import { sendIfMaySend } from './send-if-may-send.ts';
import { smsHashes } from './sms-hashes.ts';

/**
 * Has a login code sent to a number; one that was sent earlier to this number for this device is over. Whatever depends on the number
 * is done after the answer, so that the answer and its time are the same for every number: for one that is unknown, for one that has
 * logged in, and for one to which no more messages may go, where nothing is sent. How much the asker's own device and network
 * may ask for is counted before.
 * @throws Problem sms-too-many by device and network, platform-unavailable while the provider fails, not-found where no SMS is offered
 */
export async function sendCode(
  ports: Ports,
  asked: SendCodeBody & { deviceThumbprint: string; source: string },
): Promise<SendCodeAnswer> {
  const { sms } = ports;
  if (sms === undefined) throw new Problem('not-found');
  const hashes = smsHashes(ports.settings.holderPepper, asked);
  const code = drawDigits(ports.random, limits.smsCodeDigits);
  sms.demandUp();
  await take(ports, [
    { quota: 'sms-by-device', subject: hashes.device },
    { quota: 'sms-by-network', subject: hashes.network },
  ]);
  setImmediate(() => void sendIfMaySend(ports, sms, { hashes, phone: asked.phone, code }));
  const now = ports.now();
  return {
    resendAfter: now + limits.smsPause,
    expiresAt: now + limits.smsCodeLifetime,
    digits: limits.smsCodeDigits,
    serverTime: now,
  };
}
