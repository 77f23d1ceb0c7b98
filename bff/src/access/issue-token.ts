import type { TokenAnswer, TokenBody } from '../../../shared/contract/access/token.ts';
import { limits } from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import type { SignToken } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { counterToken } from './access-token.ts';
import { checkAssertion } from './check-assertion.ts';
import { ClientRefused } from './client-refused.ts';

/** An assertion can be shown this long at most; its id is remembered as long. */
const window = limits.clientAssertionMaxLifetime + 2 * limits.clockSkew;

/**
 * Makes the step by which a counter gets its access token: client credentials with private_key_jwt (RFC 6749 section 4.4).
 * An assertion works once: its id is in the database, flushed to disk, before there is a token.
 */
export function tokenIssuer(
  ports: Ports,
  { issuer, sign }: { issuer: string; sign: SignToken },
): (body: TokenBody) => Promise<TokenAnswer> {
  /** @throws Problem grant-unsupported, too-many-requests; ClientRefused */
  return async (body) => {
    if (body.grant_type !== 'client_credentials') throw new Problem('grant-unsupported');
    const { counter, key, jti } = await checkAssertion(ports, issuer, body);
    const isFirst = await ports.replay({
      scope: `assertion ${counter.id}`,
      id: jti,
      window,
      quota: { quota: 'assertions-by-counter', subject: counter.id },
      flush: true,
    });
    if (!isFirst) throw new ClientRefused('jti-used', counter.id);
    return counterToken(ports, counter, key, sign);
  };
}
