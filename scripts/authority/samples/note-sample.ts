import type { SampleKind } from '../../../shared/challenge.ts';
import * as limits from '../../../shared/limits.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Challenge } from '../ports/store.ts';

/** What is still awaited; `complete` says that the decision can begin, and says so once. */
export interface Noted {
  awaited: SampleKind[];
  complete: boolean;
}

/** Notes that a sample of the challenge has come, and keeps its content in memory. */
export function noteSample(
  ports: AuthorityPorts,
  { claims, expiresAt }: Challenge,
  sample: { kind: SampleKind; digest: string; plain: Uint8Array },
): Noted {
  const { kind, digest, plain } = sample;
  const accepted = ports.store.samples.of(claims.challengeId);
  const awaited = claims.samples.filter(
    (listed) => listed !== kind && !accepted.some((earlier) => earlier.kind === listed),
  );
  ports.store.samples.add(claims.challengeId, { kind, digest, awaited });
  ports.heldSamples.put(claims.challengeId, kind, plain, expiresAt + limits.decidingLifetime);
  return { awaited, complete: awaited.length === 0 };
}
