import { createHash, createPrivateKey, createPublicKey, diffieHellman, randomBytes } from 'node:crypto';
import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { decodeBase64url, encodeBase64url } from '../bytes/base64url.ts';
import { decodeHex } from '../bytes/hex.ts';
import { dateInChina } from '../china-calendar.ts';
import { ReceiptClaims, SealedReceipt } from '../contract/authority/receipts.ts';
import { newId } from '../ids.ts';
import { makeDeviceKey } from '../jws/make-device-key.ts';
import { signEs256 } from '../jws/sign-es256.ts';
import * as limits from '../limits.ts';
import { hpkeSetupReceiver } from '../seal/hpke.ts';
import { x25519PublicKey } from '../seal/x25519.ts';
import { makeReceiptVectors } from '../vectors/make-receipt-vectors.ts';
import committed from '../vectors/receipt-1.json' with { type: 'json' };
import { type LeafFields, leafOf } from './leaf-of.ts';
import { openReceipt } from './open-receipt.ts';
import { readReceiptKey } from './read-receipt-key.ts';
import { sealReceipt } from './seal-receipt.ts';
import { stateReceiptKey } from './state-receipt-key.ts';

const random = (length: number) => new Uint8Array(randomBytes(length));
const vectors = makeReceiptVectors();
const [leafVector] = vectors.leaves;
const fields: LeafFields = leafVector?.fields ?? expect.unreachable();
const salt = leafVector?.salt ?? '';

describe('the committed receipt vectors', () => {
  it('are made again, byte for byte, from their keys and randomness', () => {
    expect(JSON.parse(JSON.stringify(vectors))).toEqual(committed);
  });

  it('open to the receipts, which are all of one length sealed', () => {
    const privateKey = decodeHex(committed.receiptKey.privateKey);
    for (const { receipt, sealed } of committed.sealed) {
      expect(openReceipt(sealed, privateKey)).toBe(receipt);
      expect(Value.Check(SealedReceipt.properties.sealed, sealed)).toBe(true);
    }
  });
});

describe('a leaf', () => {
  /** As the page of this folder says it, written anew with another hash. */
  function byTheBook(saltText: string, of: LeafFields): string {
    const { iss, sandbox, iat, ceremony, sessionId, rpId, rpName, counterId, counterName } = of;
    const { place, scene, purpose, level, outcome } = of;
    const texts = [
      ...['liangzheng session leaf 1', iss, sandbox ? 'sandbox' : '', `${iat}`, ceremony, sessionId],
      ...[rpId, rpName, counterId, counterName, place, scene, purpose, level, outcome],
      ...(of.ward === undefined ? [] : [of.ward]),
    ];
    const hash = createHash('sha256')
      .update(Buffer.from([0]))
      .update(Buffer.from(saltText, 'base64url'));
    for (const text of texts) {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(Buffer.byteLength(text));
      hash.update(length).update(text);
    }
    return hash.digest('base64url');
  }

  it('is the Merkle leaf hash of salt and summary, as OpenSSL makes it too', () => {
    for (const each of vectors.leaves) expect(each.leaf).toBe(byTheBook(each.salt, each.fields));
  });

  it('is another one where any field or the salt is another', () => {
    const changed = { ...fields, iat: fields.iat + 1, sandbox: false, outcome: 'fail', level: 'strict' };
    const others = Object.keys(fields).map((name) => {
      const other = Object.entries(changed).find(([each]) => each === name)?.[1];
      const value = other === undefined || other === Reflect.get(fields, name) ? `${other}x` : other;
      return leafOf(salt, { ...fields, [name]: value });
    });
    const all = [leafOf(salt, fields), leafOf(encodeBase64url(random(16)), fields), ...others];
    expect(new Set(all).size).toBe(all.length);
    const ward = newId('del', random);
    expect(all).not.toContain(leafOf(salt, { ...fields, ward }));
    expect(leafOf(salt, { ...fields, ward })).toBe(byTheBook(salt, { ...fields, ward }));
    // What moves from one field to the next makes another leaf too.
    const moved = { ...fields, scene: fields.scene + fields.purpose, purpose: '' };
    expect(leafOf(salt, moved)).not.toBe(leafOf(salt, { ...fields, scene: '', purpose: moved.scene }));
  });

  it.each(['', 'AAAA', encodeBase64url(new Uint8Array(17))])('has a salt of 16 bytes, not %j', (wrong) => {
    expect(() => leafOf(wrong, fields)).toThrow(RangeError);
  });
});

describe('a sealed receipt', () => {
  const own = random(32);
  const sealed = sealReceipt('a.b.c', x25519PublicKey(own), random);

  it('is opened by its own key alone, and not once a single bit has changed', () => {
    expect(openReceipt(sealed, own)).toBe('a.b.c');
    expect(openReceipt(sealed, random(32))).toBeUndefined();
    const bytes = decodeBase64url(sealed);
    for (const at of [0, 31, 32, 40, bytes.length - 1]) {
      const other = encodeBase64url(bytes.with(at, (bytes[at] ?? 0) ^ 1));
      expect(openReceipt(other, own)).toBeUndefined();
    }
    for (const none of ['', 'AAAA', encodeBase64url(random(3120))])
      expect(openReceipt(none, own)).toBeUndefined();
  });

  it('is opened by nothing that opens for another purpose', () => {
    const enc = decodeBase64url(sealed).subarray(0, 32);
    const { key } = hpkeSetupReceiver(own, new TextEncoder().encode('LZ-RECEIPT/2'), enc);
    expect(key).not.toEqual(hpkeSetupReceiver(own, new TextEncoder().encode('LZ-RECEIPT/1'), enc).key);
  });

  it('is another one each time', () => {
    expect(sealReceipt('a.b.c', x25519PublicKey(own), random)).not.toBe(sealed);
  });

  it('has room for the longest names that a registrar signs, and no more than it has', () => {
    const name = '𠮷'.repeat(60);
    const payload: ReceiptClaims = {
      ...fields,
      ...{ iss: 'i'.repeat(60), rpId: `rp_${'r'.repeat(40)}`, counterId: `cnt_${'c'.repeat(40)}` },
      ...{ rpName: name, counterName: name, place: name, salt, leaf: leafOf(salt, fields) },
      report: `${'h'.repeat(120)}.${'p'.repeat(240)}.${'s'.repeat(86)}`,
    };
    expect(Value.Check(ReceiptClaims, payload)).toBe(true);
    const header = { typ: 'lz-receipt+jwt', kid: 'k'.repeat(60) };
    const longest = signEs256({ header, payload, privateKey: random(32) });
    expect(openReceipt(sealReceipt(longest, x25519PublicKey(own), random), own)).toBe(longest);
    const most = 'x'.repeat(limits.receiptPlaintext - 4);
    expect(openReceipt(sealReceipt(most, x25519PublicKey(own), random), own)).toBe(most);
    expect(() => sealReceipt(`${most}x`, x25519PublicKey(own), random)).toThrow(RangeError);
  });
});

describe('what a device says of its receipt key', () => {
  const { privateKey, publicJwk } = makeDeviceKey(random);
  const device = { privateKey, publicJwk, thumbprint: committed.device.thumbprint };
  const stranger = makeDeviceKey(random);

  it('is read by whoever knows the thumbprint of the device', () => {
    const key = readReceiptKey(committed.statement, committed.device.thumbprint);
    expect(key).toEqual(decodeHex(committed.receiptKey.publicKey));
  });

  it('is nothing where another device said it, whatever thumbprint it names', () => {
    const other = encodeBase64url(random(32));
    expect(readReceiptKey(committed.statement, other)).toBeUndefined();
    expect(
      readReceiptKey(stateReceiptKey(device, x25519PublicKey(random(32))), device.thumbprint),
    ).toBeUndefined();
  });

  it('is nothing where the signature is of another key or another type, or the key is none', () => {
    const payload = JSON.parse(Buffer.from(committed.statement.split('.')[1] ?? '', 'base64url').toString());
    const deviceKey = decodeHex(committed.device.privateKey);
    const say = (changes: object, typ = 'lz-receipt-key+jwt', by = deviceKey) => {
      const header = { typ, kid: committed.device.thumbprint };
      const jws = signEs256({ header, payload: { ...payload, ...changes }, privateKey: by });
      return readReceiptKey(jws, committed.device.thumbprint);
    };
    expect(say({})).toBeDefined();
    expect(say({}, 'dpop+jwt')).toBeUndefined();
    expect(say({}, undefined, stranger.privateKey)).toBeUndefined();
    expect(say({ key: encodeBase64url(new Uint8Array(32)) })).toBeUndefined();
    expect(say({ key: 'short' })).toBeUndefined();
    expect(say({ more: true })).toBeUndefined();
    for (const text of ['', 'a.b.c', '..'])
      expect(readReceiptKey(text, committed.device.thumbprint)).toBeUndefined();
  });
});

it('the key agreement of a receipt is the one of OpenSSL', () => {
  const jwk = (d: string, x: string) =>
    createPrivateKey({ key: { kty: 'OKP', crv: 'X25519', d, x }, format: 'jwk' });
  const text = (hex: string) => encodeBase64url(decodeHex(hex));
  const { privateKey, publicKey } = committed.receiptKey;
  const own = jwk(text(privateKey), text(publicKey));
  const enc = encodeBase64url(decodeBase64url(committed.sealed[0]?.sealed ?? '').subarray(0, 32));
  const peer = createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: enc }, format: 'jwk' });
  const there = createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: text(publicKey) }, format: 'jwk' });
  const ephemeral = jwk(text(committed.sealed[0]?.ephemeral ?? ''), enc);
  expect(diffieHellman({ privateKey: own, publicKey: peer })).toEqual(
    diffieHellman({ privateKey: ephemeral, publicKey: there }),
  );
});

it('a day of China begins at four in the afternoon before, in UTC', () => {
  expect(dateInChina(Date.parse('2026-12-31T15:59:59.999Z'))).toBe('2026-12-31');
  expect(dateInChina(Date.parse('2026-12-31T16:00:00Z'))).toBe('2027-01-01');
});
