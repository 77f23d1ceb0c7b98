import type { UserCodeAnswer } from '../../../shared/contract/access/user-code.ts';
import { Problem } from '../../../shared/problem.ts';
import { readUserCode } from '../../../shared/user-code.ts';
import type { Ports } from '../ports/ports.ts';
import { networkOf } from '../quota/network-of.ts';
import { take } from '../quota/take.ts';
import { addressOfUserCode } from '../session/device-codes.ts';

/**
 * Somebody typed a user code: where the browser goes on, which is what the QR code of the same check opens. Each try is counted, so that
 * nobody finds a code by guessing (RFC 8628 section 5.1).
 * @throws Problem user-code-unknown, too-many-requests
 */
export async function enterUserCode(
  ports: Ports,
  { typed, source }: { typed: string; source: string },
): Promise<UserCodeAnswer> {
  await take(ports, [{ quota: 'user-codes-by-network', subject: networkOf(source) }]);
  const userCode = readUserCode(typed);
  const address = userCode === undefined ? undefined : await addressOfUserCode(ports, userCode);
  if (address === undefined) throw new Problem('user-code-unknown');
  return { path: `/q/d.${address}` };
}
