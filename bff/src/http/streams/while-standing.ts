import type { Ports } from '../../ports/ports.ts';
import type { RegistryFollower } from '../../registry/follow-registry.ts';
import type { AuthenticatedCounter } from '../auth/authenticate-counter.ts';

/** A wait of a counter, for as long as its token is good. */
export interface Standing {
  signal: AbortSignal;
  /** Whether it ended because the counter, or the key that got its token, counts no more. */
  isRevoked(): boolean;
  leave(): void;
}

/** Ends a long poll when the registry says, in whichever process, that the counter or its key counts no more. */
export function whileStanding(
  { now }: Pick<Ports, 'now'>,
  registry: RegistryFollower,
  { caller, stillUntil }: Pick<AuthenticatedCounter, 'caller' | 'stillUntil'>,
  waiting: AbortSignal,
): Standing {
  const revoked = new AbortController();
  const leave = registry.listen([caller.counterId, caller.rpId], () => {
    stillUntil().then(
      (until) => {
        if (until <= now()) revoked.abort();
      },
      // The database did not answer: the next change, or the end of the wait, tells.
      () => undefined,
    );
  });
  return {
    signal: AbortSignal.any([waiting, revoked.signal]),
    isRevoked: () => revoked.signal.aborted,
    leave,
  };
}
