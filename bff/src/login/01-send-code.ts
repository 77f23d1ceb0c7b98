import type { Random } from '../../../shared/bytes/random.ts';
import type { SendCodeAnswer, SendCodeBody } from '../../../shared/contract/login/01-send-code.ts';
import { limits } from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import type { Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';
import { countMessage, uncountMessage } from './count-messages.ts';
import { type SmsHashes, smsHashes } from './sms-hashes.ts';

/**
 * Sends a login code to a number; one that was sent earlier to this number for this device is over. The answer is the same
 * for every number. Counting and sending are one write: of requests at the same moment no more go out than the limits allow.
 * @throws Problem sms-too-many, platform-unavailable (then it is not counted for the number, but for device and network: the
 * provider was asked, and may have sent after all), not-found where no SMS is offered
 */
export async function sendCode(
  ports: Ports,
  asked: SendCodeBody & { deviceThumbprint: string; source: string },
): Promise<SendCodeAnswer> {
  if (ports.sms === undefined) throw new Problem('not-found');
  const hashes = smsHashes(ports.settings.holderPepper, asked);
  const code = drawCode(ports.random);
  const now = ports.now();
  await countMessage(ports, hashes, now, [keepCode(hashes, code, now)]);

  try {
    await ports.sms(asked.phone, code);
  } catch (fault) {
    await uncountMessage(ports, hashes, now);
    throw fault;
  }
  ports.tally({ event: 'login-code-sent' });
  return {
    resendAfter: now + limits.smsPause,
    expiresAt: now + limits.smsCodeLifetime,
    digits: limits.smsCodeDigits,
    serverTime: ports.now(),
  };
}

/** Six digits, each code as likely as any other: numbers beyond the last whole million are drawn again. */
export function drawCode(random: Random): string {
  const codes = 10 ** limits.smsCodeDigits;
  const most = Math.floor(2 ** 32 / codes) * codes;
  for (;;) {
    const drawn = Buffer.from(random(4)).readUInt32BE();
    if (drawn < most) return String(drawn % codes).padStart(limits.smsCodeDigits, '0');
  }
}

function keepCode({ number, device, code: hashOf }: SmsHashes, code: string, now: number): Statement {
  return {
    sql: `insert into sms_codes (number, device, code, guesses, expires_at)
      values (:number, :device, :code, 0, :expiresAt)
      on conflict (number, device) do update
        set code = excluded.code, guesses = 0, expires_at = excluded.expires_at`,
    params: { number, device, code: hashOf(code), expiresAt: now + limits.smsCodeLifetime },
  };
}
