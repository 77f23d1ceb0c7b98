import * as limits from '../../../shared/limits.ts';
import type { Ports } from '../ports/ports.ts';
import type { QuotaName } from '../ports/quotas.ts';
import type { Counter, CounterKey } from '../ports/registry.ts';
import { type Authentication, checkAssertion } from './check-assertion.ts';
import { ClientRefused } from './client-refused.ts';

/** An assertion can be shown this long at most; its id is remembered as long. */
const window = limits.clientAssertionMaxLifetime + 2 * limits.clockSkew;

/** Whom the endpoint names as its issuer, and whom of those that it recognises it lets in; throws Problem where not. */
export interface Door {
  issuer: string;
  admit: (counter: Counter) => void;
}

/**
 * Recognises a counter by an assertion that works once, at whichever endpoint: its id is in the database, flushed to disk, before anything
 * is given, made or used up. Who is not recognised is refused for that first, and only then for what `admit` looks at.
 * @param counted the quota that a new assertion is counted against
 * @throws Problem too-many-requests, and those of `admit`; ClientRefused
 */
export async function recogniseClient(
  ports: Ports,
  { issuer, admit }: Door,
  sent: Authentication,
  counted: QuotaName & ('assertions-by-counter' | 'device-polls-by-counter'),
): Promise<{ counter: Counter; key: CounterKey }> {
  const { counter, key, jti, madeAt } = await checkAssertion(ports, issuer, sent);
  const isFirst = await ports.replay({
    scope: `assertion ${counter.id}`,
    id: jti,
    madeAt,
    window,
    quota: { quota: counted, subject: counter.id },
    flush: true,
  });
  if (!isFirst) throw new ClientRefused('jti-used', counter.id);
  admit(counter);
  return { counter, key };
}
