import { join } from 'node:path';
import { encodeBase64url } from '../../shared/bytes/base64url.ts';
import type { Random } from '../../shared/bytes/random.ts';
import { makeDeviceKey } from '../../shared/jws/make-device-key.ts';
import type { PublicJwk } from '../../shared/jws/public-jwk.ts';
import { registrySeed } from './registry-seed.ts';
import { type SandboxFile, writeSecret } from './sandbox.ts';

/** A P-256 key pair as JWKs with that kid. */
export function makeJwkPair(
  kid: string,
  random: Random,
): { open: PublicJwk & { kid: string }; secret: object } {
  const { privateKey, publicJwk } = makeDeviceKey(random);
  const open = { ...publicJwk, kid };
  return { open, secret: { ...open, d: encodeBase64url(privateKey) } };
}

/**
 * The registry that a BFF reads, and the private keys of its counters and RPs, each in a file of its own.
 * @returns the registry's content, and where the keys went
 */
export function makeRegistry(
  folder: string,
  random: Random,
): { registry: object } & Pick<SandboxFile, 'counters' | 'decryptionKeys'> {
  const counters: SandboxFile['counters'] = [];
  const decryptionKeys: SandboxFile['decryptionKeys'] = [];

  function keyFor(id: string): PublicJwk & { kid: string } {
    const { open, secret } = makeJwkPair(`sandbox-${id}`, random);
    writeSecret(join(folder, 'keys', `${id}.jwk.json`), JSON.stringify(secret));
    return open;
  }

  const relyingParties = registrySeed.map(({ id, name, scenes, encrypted }) => {
    if (!encrypted) return { id, name, scenes };
    decryptionKeys.push({ rpId: id, keyFile: `keys/${id}.jwk.json` });
    return { id, name, scenes, encryptionKey: keyFor(id) };
  });
  const registered = registrySeed.flatMap((rp) =>
    rp.counters.map(({ id, name }) => {
      counters.push({ id, rpId: rp.id, keyFile: `keys/${id}.jwk.json` });
      return { id, rpId: rp.id, name, key: keyFor(id) };
    }),
  );
  return { registry: { relyingParties, counters: registered }, counters, decryptionKeys };
}
