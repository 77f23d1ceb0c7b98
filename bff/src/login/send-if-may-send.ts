import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import type { Statement } from '../ports/db.ts';
import type { Sms } from '../ports/platforms.ts';
import type { Ports } from '../ports/ports.ts';
import type { Demand } from '../ports/quotas.ts';
import { giveBack } from '../quota/give-back.ts';
import { take } from '../quota/take.ts';
import type { SmsHashes } from './sms-hashes.ts';

/** A code for a number, and the hashes by which both are known. */
export interface Message {
  phone: string;
  code: string;
  hashes: SmsHashes;
}

/**
 * Keeps the code and sends it where another message may go to the number; else does nothing, of which nobody learns. Counting and
 * keeping are one write: of requests at the same moment no more go out than the limits allow. A message that the provider did not
 * take is not counted for the number. Never rejects, as nobody waits for it.
 */
export async function sendIfMaySend(ports: Ports, sms: Sms, message: Message): Promise<void> {
  const { number } = message.hashes;
  const demands: Demand[] = [
    { quota: 'sms-pause-by-number', subject: number },
    { quota: 'sms-by-number', subject: number },
  ];
  try {
    await take(ports, demands, { also: [keepCode(message, ports.now())] });
    try {
      await sms.send(message.phone, message.code);
    } catch (fault) {
      await giveBack(ports, demands);
      throw fault;
    }
    ports.tally({ event: 'login-code-sent' });
  } catch (fault) {
    const code = fault instanceof Problem ? fault.code : 'fault';
    if (code !== 'sms-too-many') ports.warn('message-not-sent', { why: code });
  }
}

function keepCode({ hashes, code }: Message, now: number): Statement {
  return {
    sql: `insert into sms_codes (number, device, code, guesses, expires_at)
      values (:number, :device, :code, 0, :expiresAt)
      on conflict (number, device) do update
        set code = excluded.code, guesses = 0, expires_at = excluded.expires_at`,
    params: {
      number: hashes.number,
      device: hashes.device,
      code: hashes.code(code),
      expiresAt: now + limits.smsCodeLifetime,
    },
  };
}
