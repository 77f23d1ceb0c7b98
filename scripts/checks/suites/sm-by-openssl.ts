import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { concatBytes } from '../../../shared/bytes/concat.ts';
import { decodeHex, encodeHex } from '../../../shared/bytes/hex.ts';
import { sm2Decrypt } from '../../../shared/seal/sm2-decrypt.ts';
import { sm2Encrypt } from '../../../shared/seal/sm2-encrypt.ts';
import { sm3 } from '../../../shared/seal/sm3.ts';
import type { Tally } from './suite.ts';

const lengths = [1, 16, 31, 32, 33, 100, 1000];

/**
 * SM2 encryption and SM3 against a program of the family of OpenSSL (OpenSSL, Tongsuo, BabaSSL), by its command line: each opens what the
 * other has sealed, and both give one digest.
 * @returns undefined where the program has no SM2
 */
export function smByOpenssl(program: string): Tally | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'lz-sm-'));
  const file = (name: string) => join(folder, name);
  const run = (...args: string[]) => execFileSync(program, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  const wrong: string[] = [];
  try {
    if (!makesKey(() => run('genpkey', '-algorithm', 'SM2', '-out', file('key.pem')))) return undefined;
    const text = run('pkey', '-in', file('key.pem'), '-text', '-noout').toString().replaceAll(/[\s:]/g, '');
    const secret = decodeHex((/priv([0-9a-f]+)pub/.exec(text)?.[1] ?? '').slice(-64).padStart(64, '0'));
    const open = decodeHex(/pub(04[0-9a-f]{128})/.exec(text)?.[1] ?? '');
    for (const length of lengths) {
      const plain = new Uint8Array(randomBytes(length));
      writeFileSync(file('plain'), plain);
      writeFileSync(file('sealed'), toDer(sm2Encrypt(open, plain, freshScalar())));
      const decrypted = run('pkeyutl', '-decrypt', '-inkey', file('key.pem'), '-in', file('sealed'));
      if (!decrypted.equals(plain)) wrong.push(`SM2, ours opened by theirs, ${length} bytes`);
      const sealed = run('pkeyutl', '-encrypt', '-inkey', file('key.pem'), '-in', file('plain'));
      if (encodeHex(sm2Decrypt(secret, fromDer(sealed))) !== encodeHex(plain))
        wrong.push(`SM2, theirs opened by ours, ${length} bytes`);
      const digest = run('dgst', '-sm3', '-r', file('plain')).toString().slice(0, 64);
      if (encodeHex(sm3(plain)) !== digest) wrong.push(`SM3, ${length} bytes`);
    }
    return { cases: 3 * lengths.length, wrong };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function makesKey(make: () => unknown): boolean {
  try {
    make();
    return true;
  } catch {
    return false;
  }
}

/** Below the order of the curve by its first byte. */
const freshScalar = () => new Uint8Array(createHash('sha256').update(randomBytes(32)).digest()).with(0, 0x7f);

/** C1 | C3 | C2 as the sequence of GM/T 0009-2012: x, y, C3, C2. */
function toDer(sealed: Uint8Array): Uint8Array {
  const integer = (bytes: Uint8Array) => {
    const start = bytes.findIndex((byte) => byte !== 0);
    const short = bytes.subarray(start);
    return tagged(2, (short[0] ?? 0) > 127 ? concatBytes(Uint8Array.of(0), short) : short);
  };
  const [x, y, c3, c2] = [
    sealed.subarray(1, 33),
    sealed.subarray(33, 65),
    sealed.subarray(65, 97),
    sealed.subarray(97),
  ];
  return tagged(0x30, concatBytes(integer(x), integer(y), tagged(4, c3), tagged(4, c2)));
}

function tagged(tag: number, content: Uint8Array): Uint8Array {
  const { length } = content;
  const head = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >>> 8, length & 255];
  return concatBytes(Uint8Array.of(tag, ...head), content);
}

function fromDer(der: Uint8Array): Uint8Array {
  const [x, y, c3, c2] = contentsOf(contentsOf(der)[0] ?? new Uint8Array());
  if (x === undefined || y === undefined || c3 === undefined || c2 === undefined)
    throw new Error('not four members');
  return concatBytes(Uint8Array.of(4), fixed(x), fixed(y), c3, c2);
}

const fixed = (integer: Uint8Array) => decodeHex(encodeHex(integer).padStart(64, '0').slice(-64));

/** The contents of the values that follow each other. */
function contentsOf(der: Uint8Array): Uint8Array[] {
  const found: Uint8Array[] = [];
  for (let at = 1; at < der.length; at++) {
    const first = der[at] ?? 0;
    const more = first > 128 ? first - 128 : 0;
    const length = more === 0 ? first : Number.parseInt(encodeHex(der.subarray(at + 1, at + 1 + more)), 16);
    const start = at + 1 + more;
    found.push(der.subarray(start, start + length));
    at = start + length;
  }
  return found;
}
