import { deviceGrant, type TokenAnswer, type TokenBody } from '../../../shared/contract/access/token.ts';
import { Problem } from '../../../shared/problem.ts';
import type { SignToken } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { counterToken } from './access-token.ts';
import { deviceToken } from './device-token.ts';
import { type Door, recogniseClient } from './recognise-client.ts';

/**
 * Makes the step by which a counter gets its access token: client credentials (RFC 6749 section 4.4), or the device code of a check that
 * has passed (RFC 8628 section 3.4), each with private_key_jwt.
 */
export function tokenIssuer(
  ports: Ports,
  { issuer, sign }: { issuer: string; sign: SignToken },
): (body: TokenBody, admit: Door['admit']) => Promise<TokenAnswer> {
  /** @throws Problem grant-unsupported, request-invalid, too-many-requests; ClientRefused; those of `admit` and `deviceToken` */
  return async (body, admit) => {
    const door = { issuer, admit };
    switch (body.grant_type) {
      case 'client_credentials': {
        const { counter, key } = await recogniseClient(ports, door, body, 'assertions-by-counter');
        return counterToken(ports, counter, key, sign);
      }
      case deviceGrant: {
        const { device_code } = body;
        if (device_code === undefined) throw new Problem('request-invalid');
        const { counter, key } = await recogniseClient(ports, door, body, 'device-polls-by-counter');
        return deviceToken(ports, { counter, key }, device_code, sign);
      }
      default:
        throw new Problem('grant-unsupported');
    }
  };
}
