import type { Random } from '../../../shared/bytes/random.ts';
import type { Ceremony } from '../../../shared/ceremonies.ts';
import { type Holder, startHolder } from '../holder/holder.ts';
import { type FakeBff, fakeBff } from './fake-bff.ts';
import { type WatchedPlatform, watchedPlatform } from './watched-platform.fixture.ts';

export interface Rig {
  holder: Holder;
  platform: WatchedPlatform;
  bff: FakeBff;
  /** `now` moves both clocks; the phone's own is `phoneAhead` milliseconds ahead of the BFF's. */
  time: { now: number; phoneAhead: number };
}

export const testRandom: Random = (length) => crypto.getRandomValues(new Uint8Array(length));

/** A phone with a device key in front of a fake BFF, both with the same clock. */
export async function setUp(ceremony: Ceremony = 'verify', random: Random = testRandom): Promise<Rig> {
  const time = { now: 1_790_000_000_000, phoneAhead: 0 };
  const now = () => time.now;
  const bff = fakeBff(random, now, ceremony);
  const platform = watchedPlatform({
    random,
    now: () => time.now + time.phoneAhead,
    request: (request) => bff.request(request),
  });
  const trust = { root: bff.authority.root.jwk, sandbox: true };
  const holder = await startHolder({ platform, bffUrl: 'https://bff.test', trust });
  bff.deviceThumbprint = holder.device.thumbprint;
  return { holder, platform, bff, time };
}
