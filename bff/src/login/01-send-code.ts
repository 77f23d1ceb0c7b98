import { encodeBase64url } from '../../../shared/bytes/base64url.ts';
import type { Random } from '../../../shared/bytes/random.ts';
import type { SendCodeAnswer, SendCodeBody } from '../../../shared/contract/login/01-send-code.ts';
import { limits } from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import type { Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';
import { type SmsHashes, smsHashes } from './sms-hashes.ts';

const digits = 6;

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
  const id = encodeBase64url(ports.random(16));
  const written = await ports.db.write([countSent(id, hashes, now), keepCode(hashes, code, now)]);
  if (!written.done)
    throw new Problem('sms-too-many', { retryAfter: await secondsToWait(ports, hashes, now) });

  try {
    await ports.sms(asked.phone, code);
  } catch (fault) {
    await ports.db.write([{ sql: `update sms_sent set number = '' where id = :id`, params: { id } }]);
    throw fault;
  }
  void ports.audit({ event: 'login-code-sent', by: 'holder' });
  return {
    resendAfter: now + limits.smsPause,
    expiresAt: now + limits.smsCodeLifetime,
    digits,
    serverTime: ports.now(),
  };
}

/** Six digits, each code as likely as any other: numbers beyond the last whole million are drawn again. */
export function drawCode(random: Random): string {
  const codes = 10 ** digits;
  const most = Math.floor(2 ** 32 / codes) * codes;
  for (;;) {
    const drawn = Buffer.from(random(4)).readUInt32BE();
    if (drawn < most) return String(drawn % codes).padStart(digits, '0');
  }
}

/** Notes that a message goes out, or changes nothing where a limit is reached. */
function countSent(id: string, { number, device, source }: SmsHashes, now: number): Statement {
  return {
    sql: `insert into sms_sent (id, number, device, source, sent_at)
      select :id, :number, :device, :source, :now
      where (select count(*) from sms_sent where number = :number and sent_at > :since) < :perNumber
        and (select count(*) from sms_sent where number = :number and sent_at > :pause) = 0
        and (select count(*) from sms_sent where device = :device and sent_at > :since) < :perDevice
        and (select count(*) from sms_sent where source = :source and sent_at > :since) < :perSource
      returning id`,
    params: {
      ...{ id, number, device, source, now },
      since: now - limits.smsWindow,
      pause: now - limits.smsPause,
      perNumber: limits.smsPerNumber,
      perDevice: limits.smsPerDevice,
      perSource: limits.smsPerSource,
    },
    rows: 1,
  };
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

/** Until the fullest of the counts has room again. */
async function secondsToWait(
  ports: Ports,
  { number, device, source }: SmsHashes,
  now: number,
): Promise<number> {
  const rows = await ports.db.read(
    `select number, device, source, sent_at from sms_sent
      where sent_at > :since and (number = :number or device = :device or source = :source)
      order by sent_at desc`,
    { number, device, source, since: now - limits.smsWindow },
  );
  const roomAt = (column: 'number' | 'device' | 'source', hash: string, most: number, window: number) => {
    const blocking = rows.filter((row) => row[column] === hash)[most - 1];
    return blocking === undefined ? now : Number(blocking.sent_at) + window;
  };
  const free = Math.max(
    roomAt('number', number, 1, limits.smsPause),
    roomAt('number', number, limits.smsPerNumber, limits.smsWindow),
    roomAt('device', device, limits.smsPerDevice, limits.smsWindow),
    roomAt('source', source, limits.smsPerSource, limits.smsWindow),
  );
  return Math.max(1, Math.ceil((free - now) / 1000));
}
