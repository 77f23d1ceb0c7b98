import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { encodeBase64url } from '../../shared/bytes/base64url.ts';
import type { Random } from '../../shared/bytes/random.ts';
import { PublicJwk } from '../../shared/contract/authority/keys.ts';
import { type Registrant, Registration } from '../../shared/contract/authority/registration.ts';
import { makeDeviceKey } from '../../shared/jws/make-device-key.ts';
import type { PublicJwk as Jwk } from '../../shared/jws/public-jwk.ts';
import { thumbprint } from '../../shared/jws/thumbprint.ts';
import { registrySeed } from './registry-seed.ts';
import { type Sandbox, type SandboxFile, writeSecret } from './sandbox.ts';

/** A P-256 key pair as JWKs with that kid. */
export function makeJwkPair(kid: string, random: Random): { open: Jwk & { kid: string }; secret: object } {
  const { privateKey, publicJwk } = makeDeviceKey(random);
  const open = { ...publicJwk, kid };
  return { open, secret: { ...open, d: encodeBase64url(privateKey) } };
}

/** Makes the private keys of the counters and RPs of the seed, each in a file of its own. @returns where they went */
export function makePartyKeys(
  folder: string,
  random: Random,
): Pick<SandboxFile, 'counters' | 'decryptionKeys'> {
  return {
    counters: makeCounterKeys(folder, random, () => true),
    decryptionKeys: registrySeed
      .filter(({ encrypted }) => encrypted)
      .map(({ id }) => ({ rpId: id, keyFile: keyFor(folder, random, id) })),
  };
}

/** The same of some counters of the seed alone. */
export function makeCounterKeys(
  folder: string,
  random: Random,
  wanted: (id: string) => boolean,
): SandboxFile['counters'] {
  return registrySeed.flatMap(({ id: rpId, counters }) =>
    counters
      .filter(({ id }) => wanted(id))
      .map(({ id }) => ({ id, rpId, keyFile: keyFor(folder, random, id) })),
  );
}

function keyFor(folder: string, random: Random, id: string): string {
  const keyFile = `keys/${id}.jwk.json`;
  writeSecret(join(folder, keyFile), JSON.stringify(makeJwkPair(`sandbox-${id}`, random).secret));
  return keyFile;
}

/** Registers a counter with the authority, or answers what it was given before where that still serves. */
export type Register = (registrant: Registrant, before: Registration | undefined) => Registration;

/**
 * Writes the registry that the BFF reads, from the seed, the key files and what the authority's registrar says of each counter. A
 * registry of an earlier version is renewed; one that needs nothing new stays untouched.
 */
export function makeRegistry(sandbox: Sandbox, register: Register): void {
  const { folder, counters, decryptionKeys } = sandbox;
  const file = join(folder, sandbox.registry);
  const earlier = readEarlier(file);
  const publicKey = (keyFile: string) => {
    const key: unknown = JSON.parse(readFileSync(join(folder, keyFile), 'utf8'));
    const { kty, crv, x, y, kid } = Value.Parse(NamedKey, key);
    return { kty, crv, x, y, kid };
  };
  const relyingParties = registrySeed.map(({ id, scenes, counterWord }) => {
    const encryption = decryptionKeys.find(({ rpId }) => rpId === id);
    const word = counterWord && { counterWord };
    return { id, scenes, ...word, ...(encryption && { encryptionKey: publicKey(encryption.keyFile) }) };
  });
  const registered = counters.map(({ id, rpId, keyFile }) => {
    const key = publicKey(keyFile);
    return { id, rpId, key, registration: register(registrantOf(id, thumbprint(key)), earlier.get(id)) };
  });
  const text = `${JSON.stringify({ relyingParties, counters: registered }, null, 2)}\n`;
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

/** What is to be registered of a counter of the seed. */
function registrantOf(counterId: string, counterKey: string): Registrant {
  for (const { id, name, scenes, counters } of registrySeed) {
    const counter = counters.find((each) => each.id === counterId);
    if (counter === undefined) continue;
    const names = { rpName: name, counterName: counter.name, place: counter.place };
    return { rpId: id, counterId, ...names, scenes, counterKey };
  }
  throw new TypeError(`${counterId} is not of this sandbox; remove the folder`);
}

const NamedKey = Type.Object({ ...PublicJwk.properties, kid: Type.String() });
const Earlier = Type.Object({
  counters: Type.Array(Type.Object({ id: Type.String(), registration: Type.Optional(Registration) })),
});

/** What the registry that is there already has of each counter. */
function readEarlier(file: string): Map<string, Registration | undefined> {
  if (!existsSync(file)) return new Map();
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!Value.Check(Earlier, content)) return new Map();
  return new Map(content.counters.map(({ id, registration }) => [id, registration]));
}
