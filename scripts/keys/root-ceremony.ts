import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { readRoot } from '../../bff/src/config/read-keys.ts';
import { decodeBase64url } from '../../shared/bytes/base64url.ts';
import { encodeHex } from '../../shared/bytes/hex.ts';
import { thumbprint } from '../../shared/jws/thumbprint.ts';
import { openKeyRing, rootFileName } from '../authority/keys/key-ring.ts';
import { asText, random, writeNew } from './key-files.ts';

/**
 * Makes the root of a sandbox authority and the first keys under it, in an empty folder, on a machine that is on no network, before two people
 * who each write the fingerprint down. Nothing of a BFF lies there.
 * @param witnesses two names, for the record beside the keys
 * @param rehearsal on a machine that is on a network: the record says so
 * @returns what to do next
 * @throws Error in a sentence
 */
export function rootCeremony(
  folder: string,
  now: number,
  { witnesses, rehearsal }: { witnesses: readonly string[]; rehearsal: boolean },
): string {
  const [one = '', other = ''] = witnesses.map((name) => name.trim().toLowerCase());
  if (witnesses.length !== 2 || one === '' || other === '' || one === other)
    throw new Error('A root is made before two people: --witness NAME --witness NAME.');
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Error(`The folder ${folder} is not empty: a root is made in a folder of its own.`);
  const online = Object.values(networkInterfaces()).some((list) => list?.some(({ internal }) => !internal));
  if (online && !rehearsal)
    throw new Error(
      'This machine is on a network: take it off, or say --rehearsal, and use the keys for nothing.',
    );
  // The folder is made with the record, which is there before the keys are.
  const date = new Date(now).toISOString();
  writeNew(join(folder, 'ceremony.json'), asText({ date, witnesses, rehearsal: online }));
  openKeyRing(folder, random, now);
  const root = readRoot(readFileSync(join(folder, rootFileName), 'utf8'), false);
  if (root === undefined) throw new Error('The root was not written.');
  const print = thumbprint(root);
  return `Made in ${folder}. The fingerprint of the root (RFC 7638):

    ${aloud(print)}
    ${print}

  1. Both of you write it down by hand, compare the two papers, sign both, and keep one each.
  2. authority-keys.json stays with the authority: two copies on sealed media, in two places, and none on a machine with a network
     but the authority's own. ${rootFileName} is public.
  3. A BFF that trusts another root today learns this one by two operators, each of whom compares the fingerprint with a
     paper: npm run rp -- propose trust-root ${print}, by the one, and its approval in the console, by the other.
     LZ_AUTHORITY_ROOT is set to it after that, and the BFF started anew.
${online ? '\nThis was a rehearsal, on a machine that is on a network: use these keys for nothing.\n' : ''}`;
}

/** In groups that can be read aloud. */
function aloud(print: string): string {
  const hex = encodeHex(decodeBase64url(print));
  return (hex.match(/.{4}/g) ?? []).join(' ');
}
