import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { PublicKey } from '../../shared/contract/operator/terms.ts';
import { exact } from '../../shared/contract/schema.ts';
import { makeJwkPair } from '../sandbox/make-registry.ts';
import { writeSecret } from '../sandbox/sandbox.ts';

const PrivateKey = exact({ ...PublicKey.properties, d: Type.String() });
const Given = Type.Object({ ...PublicKey.properties });
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
 * The public key of a file that somebody else made. Of a file with a private key the public half is taken, and nothing of it is sent.
 * @throws Error in a sentence
 */
export function readPublicKey(file: string): MadeKey {
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  const said: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!Value.Check(Given, said)) throw new Error(`${file} is no JWK of a key on P-256 with a kid.`);
  const { kty, crv, x, y, kid } = said;
  return { key: { kty, crv, x, y, kid }, file: Value.Check(PrivateKey, said) ? file : undefined };
}

/** The private key of a file. @throws Error in a sentence */
export function readPrivateKey(file: string) {
  const said: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  if (!Value.Check(PrivateKey, said)) throw new Error(`${file} holds no private key of a counter.`);
  return said;
}
