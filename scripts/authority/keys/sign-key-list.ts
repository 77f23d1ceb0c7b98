import type { KeyListClaims } from '../../../shared/contract/authority/keys.ts';
import { makeDeviceKey } from '../../../shared/jws/make-device-key.ts';
import { signEs256 } from '../../../shared/jws/sign-es256.ts';
import * as limits from '../../../shared/limits.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';

const lifetimeSeconds = limits.keyListLifetime / 1000;
const renewSeconds = limits.keyListRenewal / 1000;

/** The key list of this moment, signed by the root, or by a root that nobody pinned where a script says so. */
export function signKeyList(
  { keys, scenarios, random, now, settings }: AuthorityPorts,
  sessionId?: string,
): string {
  const second = Math.floor(now() / 1000);
  const iat = second - (second % renewSeconds);
  const claims: KeyListClaims = {
    iss: settings.issuer,
    ...keys.list(),
    iat,
    exp: iat + lifetimeSeconds,
    sandbox: true,
  };
  if (scenarios.use('other-root', sessionId) === undefined) return keys.signByRoot('lz-keys+jwt', claims);
  const { privateKey } = makeDeviceKey(random);
  return signEs256({ header: { typ: 'lz-keys+jwt', kid: 'root' }, payload: claims, privateKey });
}
