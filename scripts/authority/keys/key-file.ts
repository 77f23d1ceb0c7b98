import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import { PublicJwk } from '../../../shared/contract/authority/keys.ts';
import { Base64urlSchema, exact } from '../../../shared/contract/schema.ts';
import { giveToOwner } from '../../program/give-to-owner.ts';

const PrivateHalf = Base64urlSchema(43, 43);

/** The authority's keys as they lie on disk. `retiredAt` is when a newer key took over, epoch milliseconds; 0 for the current one. */
export const KeyFile = exact({
  version: Type.Integer({ minimum: 1 }),
  root: PrivateHalf,
  /** Signs what is said about counters; folders of earlier versions have none and get one. */
  registrar: Type.Optional(exact({ kid: Type.String(), privateKey: PrivateHalf })),
  /** Registrars before, as long as what they said may still be shown. */
  formerRegistrars: Type.Optional(
    Type.Array(exact({ kid: Type.String(), retiredAt: Type.Integer() }), { maxItems: 7 }),
  ),
  sign: Type.Array(exact({ kid: Type.String(), privateKey: PrivateHalf, retiredAt: Type.Integer() })),
  /** The public halves of sign keys before, as long as what holders keep may be signed by them. */
  formerSign: Type.Optional(
    Type.Array(exact({ kid: Type.String(), jwk: PublicJwk, retiredAt: Type.Integer() })),
  ),
  seal: Type.Array(
    exact({
      keyId: Type.String(),
      suite: Type.Unsafe<1 | 17>({ type: 'integer', enum: [1, 17] }),
      publicKey: Base64urlSchema(43, 90),
      privateKey: PrivateHalf,
      retiredAt: Type.Integer(),
    }),
  ),
});
export type KeyFile = Static<typeof KeyFile>;

/** The stored keys, or undefined where none were made yet. @throws TypeError on a file that is not one */
export function readKeyFile(path: string): KeyFile | undefined {
  if (!existsSync(path)) return undefined;
  const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!Value.Check(KeyFile, value)) throw new TypeError('the key file of the authority is damaged');
  return value;
}

/** Replaces the file in one step, readable by its owner only. By root it is the folder owner's, as the authority opens it again under a user of its own. */
export function writeKeyFile(path: string, keys: KeyFile): void {
  writeFileSync(`${path}.new`, JSON.stringify(keys, null, 2), { mode: 0o600, flush: true });
  giveToOwner(`${path}.new`);
  renameSync(`${path}.new`, path);
}
