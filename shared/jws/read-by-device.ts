import type { PublicJwk } from './public-jwk.ts';
import { readJwsPart } from './read-part.ts';
import { thumbprint } from './thumbprint.ts';
import { verifyEs256 } from './verify-es256.ts';

/**
 * What a device said itself (`stateByDevice`); undefined where it was not this device that said so, or not in this form. The device is known by its
 * thumbprint alone, which makes the key that came along the right one.
 */
export function readByDevice<Said extends { device: PublicJwk }>(
  statement: string,
  {
    type,
    deviceThumbprint,
    isSaid,
  }: { type: string; deviceThumbprint: string; isSaid: (payload: unknown) => payload is Said },
): Said | undefined {
  try {
    const claimed = readJwsPart(statement.split('.')[1] ?? '');
    if (!isSaid(claimed) || thumbprint(claimed.device) !== deviceThumbprint) return undefined;
    const keyOf = (kid: string) => (kid === deviceThumbprint ? claimed.device : undefined);
    const said = verifyEs256({ jws: statement, type, keyOf });
    return isSaid(said) ? said : undefined;
  } catch {
    return undefined;
  }
}
