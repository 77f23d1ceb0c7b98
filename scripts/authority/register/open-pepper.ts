import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeHex, encodeHex } from '../../../shared/bytes/hex.ts';
import type { Random } from '../../../shared/bytes/random.ts';

/** The 32 bytes that key the register's hashes, made once in the data folder. @throws RangeError on a damaged file */
export function openPepper(folder: string, random: Random): Uint8Array {
  const path = join(folder, 'register-pepper');
  if (!existsSync(path)) writeFileSync(path, encodeHex(random(32)), { mode: 0o600, flush: true });
  const pepper = decodeHex(readFileSync(path, 'utf8').trim());
  if (pepper.length !== 32) throw new RangeError('the pepper of the register is damaged');
  return pepper;
}
