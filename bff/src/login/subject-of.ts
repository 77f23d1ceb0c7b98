import type { PlatformLoginBody } from '../../../shared/contract/login/01-login.ts';
import * as limits from '../../../shared/limits.ts';
import type { Arriving } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { networkOf } from '../quota/network-of.ts';
import { take } from '../quota/take.ts';

/**
 * Asks the platform whose login code this is. Counted before, by device and by network, as a made-up code costs a call too; and of all
 * calls that are under way one network has a part only, so that what it makes up leaves room for everybody else.
 * @throws Problem login-refused, platform-unavailable, platform-busy, too-many-requests
 */
export async function subjectOf(
  ports: Ports,
  { platform, code, deviceThumbprint, source }: PlatformLoginBody & Arriving,
): Promise<string> {
  const network = networkOf(source);
  const { leave } = await take(
    ports,
    [
      { quota: 'platform-logins-by-device', subject: deviceThumbprint },
      { quota: 'platform-logins-by-network', subject: network },
      { quota: 'platform-calls-by-network', subject: network },
    ],
    { until: ports.now() + limits.platformCallTimeout },
  );
  try {
    const { subject } = await ports.platforms[platform](code);
    return subject;
  } finally {
    leave();
  }
}
