import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Value } from 'typebox/value';
import { Kid, type PublicKey } from '../../shared/contract/operator/terms.ts';
import { thumbprint } from '../../shared/jws/thumbprint.ts';
import { Refused } from '../program/ask-operator.ts';
import { makeJwkPair } from '../sandbox/make-registry.ts';
import { writeSecret } from '../sandbox/sandbox.ts';
import { readJwk } from '../stand-ins/counter/read-jwk.ts';

const random = (length: number) => new Uint8Array(randomBytes(length));

/** A key on P-256 whose private half lies in a file for its owner's eyes alone, and is shown nowhere. */
export interface MadeKey {
  key: PublicKey;
  /** Where the private half is; undefined where only the public one was given. */
  file: string | undefined;
}

/** Makes a key in a new file of the folder. Its kid is the moment, so that the newest one is found by its name. */
export function makeKey(folder: string, name: string): MadeKey {
  const kid = new Date().toISOString().replaceAll(/[-:.]/g, '');
  const file = join(folder, `${name}.${kid}.jwk.json`);
  const { open, secret } = makeJwkPair(kid, random);
  writeSecret(file, `${JSON.stringify(secret)}\n`);
  return { key: open, file };
}

/**
 * The public key of a file that somebody else made, named by its `kid` or, where it has none, by its thumbprint (RFC 7638). Of a file with
 * a private key the public half is taken, and nothing of it is sent.
 * @throws Error in a sentence
 */
export function readPublicKey(file: string): MadeKey {
  const { open, secret } = readJwk(file);
  const { kty, crv, x, y, kid = thumbprint(open) } = open;
  if (!Value.Check(Kid, kid))
    throw new Error(
      `${file} has a kid that cannot be registered: 1 to 100 letters, digits, - . _ or ~. Without one, the key is named by its thumbprint.`,
    );
  return { key: { kty, crv, x, y, kid }, file: secret === undefined ? undefined : file };
}

/**
 * Has a key registered: that of the file which was given, or a new one. Where it is refused the new file goes again, so that the newest
 * file of a counter holds a key that counts.
 * @throws Error in a sentence, what `register` throws
 */
export async function registerKey(
  given: string | undefined,
  { folder, name }: { folder: string; name: string },
  register: (key: PublicKey) => Promise<unknown>,
): Promise<MadeKey> {
  const made = given === undefined ? makeKey(folder, name) : readPublicKey(given);
  try {
    await register(made.key);
    return made;
  } catch (fault) {
    // Whoever got no answer does not know: the key may be registered, and stays.
    if (fault instanceof Refused && given === undefined && made.file !== undefined) rmSync(made.file);
    throw fault;
  }
}
