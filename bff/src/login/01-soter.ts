import { encodeBase64url } from '../../../shared/bytes/base64url.ts';
import type { SoterChallengeAnswer } from '../../../shared/contract/login/01-soter.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import type { Arriving } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { networkOf } from '../quota/network-of.ts';
import { take } from '../quota/take.ts';

/**
 * What the secure part of a phone is to sign at the login of that device key: 256 bits, once, within two minutes. A new one takes the place
 * of the one before.
 * @throws Problem too-many-requests, not-found where no platform checks such signatures
 */
export async function soterChallenge(
  ports: Ports,
  { deviceThumbprint: device, source }: Arriving,
): Promise<SoterChallengeAnswer> {
  if (ports.checkSoter === undefined) throw new Problem('not-found');
  await take(ports, [{ quota: 'soter-challenges-by-network', subject: networkOf(source) }]);
  const challenge = encodeBase64url(ports.random(32));
  const expiresAt = ports.now() + limits.soterChallengeLifetime;
  await ports.db.write([
    {
      sql: `insert into soter_challenges (device, challenge, expires_at) values (:device, :challenge, :expiresAt)
        on conflict (device) do update set challenge = excluded.challenge, expires_at = excluded.expires_at`,
      params: { device, challenge, expiresAt },
    },
  ]);
  return { challenge, expiresAt };
}
