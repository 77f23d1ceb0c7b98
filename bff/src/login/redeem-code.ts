import { timingSafeEqual } from 'node:crypto';
import type { SmsLoginBody } from '../../../shared/contract/login/01-login.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import type { Ports } from '../ports/ports.ts';
import { smsHashes } from './sms-hashes.ts';

/**
 * Takes the code that was sent to the number for this device, once. The guess is counted before it is looked at, so that
 * guesses at the same moment cannot outrun their limit.
 * @throws Problem sms-code-wrong; sms-code-over where there is none, or it is old, used, or guessed at too often
 */
export async function redeemCode(
  ports: Ports,
  { phone, code, deviceThumbprint }: SmsLoginBody & { deviceThumbprint: string },
): Promise<void> {
  const hashes = smsHashes(ports.settings.holderPepper, { phone, deviceThumbprint, source: '' });
  const { number, device } = hashes;
  const counted = await ports.db.write([
    {
      sql: `update sms_codes set guesses = guesses + 1
        where number = :number and device = :device and guesses < :most and expires_at > :now returning code`,
      params: { number, device, most: limits.smsCodeGuesses, now: ports.now() },
      rows: 1,
    },
  ]);
  if (!counted.done) throw new Problem('sms-code-over');
  const kept = String(counted.rows[0]?.[0]?.code);
  const told = hashes.code(code);
  if (!timingSafeEqual(Buffer.from(kept), Buffer.from(told))) throw new Problem('sms-code-wrong');

  const taken = await ports.db.write([
    {
      sql: `delete from sms_codes where number = :number and device = :device and code = :code returning number`,
      params: { number, device, code: kept },
      rows: 1,
    },
  ]);
  if (!taken.done) throw new Problem('sms-code-over');
}
