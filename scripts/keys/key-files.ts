import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readKeys } from '../../bff/src/config/read-keys.ts';
import { encodeBase64url } from '../../shared/bytes/base64url.ts';
import { makeDeviceKey } from '../../shared/jws/make-device-key.ts';
import { giveToOwner } from '../program/give-to-owner.ts';

export const random = (length: number) => new Uint8Array(randomBytes(length));
export const secretText = () => encodeBase64url(random(32));
export const signingFile = (folder: string) => join(folder, 'bff-signing.json');

/** A key of result tokens as it stands in the file: a moment as RFC 3339 writes it. */
export interface FiledKey extends Record<string, unknown> {
  kid: string;
  signsFrom?: string;
  urgent?: true;
}

/** What LZ_SIGNING_KEYS names. */
export interface SigningKeys {
  resultKeys: FiledKey[];
  accessTokenSecret: string;
  holderPepper: string;
}

/** A new P-256 key under a kid that says when it was made. */
export function makeResultKey(now: number): FiledKey {
  const { privateKey, publicJwk } = makeDeviceKey(random);
  const kid = `result-${new Date(now).toISOString().slice(0, 10)}-${Buffer.from(random(3)).toString('hex')}`;
  return { ...publicJwk, d: encodeBase64url(privateKey), kid };
}

/** @throws Error in a sentence where there is none, or what is there is no key file of a BFF */
export function readSigningKeys(folder: string): SigningKeys {
  const file = signingFile(folder);
  if (!existsSync(file))
    throw new Error(`There is no ${file}: make the keys first, npm run keys -- init ${folder}.`);
  const text = readFileSync(file, 'utf8');
  if (readKeys(text, false) === undefined) throw new Error(`${file} is no key file of a BFF.`);
  return JSON.parse(text);
}

/** Writes a new file for its owner's eyes alone, by root for the owner of its folder. @throws Error in a sentence where there is one */
export function writeNew(file: string, content: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  if (existsSync(file)) throw new Error(`There is a file ${file} already. Nothing was changed.`);
  writeFileSync(file, content, { mode: 0o600, flag: 'wx' });
  giveToOwner(file);
}

/** Puts another content in the place of a file's, whole or not at all. By root it is the folder owner's. */
export function replaceSecret(file: string, content: string): void {
  const next = `${file}.new`;
  rmSync(next, { force: true });
  writeFileSync(next, content, { mode: 0o600, flag: 'wx' });
  giveToOwner(next);
  renameSync(next, file);
}

export const asText = (content: object) => `${JSON.stringify(content, null, 2)}\n`;
