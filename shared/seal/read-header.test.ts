import { describe, expect, it } from 'vitest';
import { concatBytes } from '../bytes/concat.ts';
import { encodeUtf8 } from '../bytes/utf8.ts';
import { encodeHeader } from './encode-header.ts';
import { readHeader } from './read-header.ts';
import { headerFor } from './sealed-length.ts';
import { context, suiteKeys } from './sealing.fixture.ts';
import type { SealHeader } from './types.ts';

const [{ key }] = suiteKeys;
const header = headerFor(100, key, context);
const bytes = encodeHeader(header);

function withBytes(change: (copy: Uint8Array) => void): Uint8Array {
  const copy = bytes.slice();
  change(copy);
  return copy;
}

function withFields(change: Partial<SealHeader>): Uint8Array {
  return encodeHeader({ ...header, ...change });
}

/** The header with its length field set to its true length. */
function withMore(more: Uint8Array): Uint8Array {
  const longer = concatBytes(bytes, more);
  longer[6] = (longer[6] ?? 0) + more.length;
  return longer;
}

describe('the header', () => {
  it('reads as it was written, and writes as it was read', () => {
    expect(readHeader(bytes).header).toEqual(header);
    expect(encodeHeader(readHeader(bytes).header)).toEqual(bytes);
  });

  it('is read from the beginning of an envelope', () => {
    expect(readHeader(concatBytes(bytes, new Uint8Array(500))).headerBytes).toEqual(bytes);
  });

  it.each([
    ['nothing', new Uint8Array(0), 'not-an-envelope'],
    ['a JPEG', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0, 0), 'not-an-envelope'],
    ['the magic in small letters', concatBytes(encodeUtf8('seal'), bytes.slice(4)), 'not-an-envelope'],
    ['the magic alone', bytes.slice(0, 4), 'header-invalid'],
    ['version 2', withBytes((copy) => copy.set([2], 4)), 'version-unknown'],
    ['a cut header', bytes.slice(0, -1), 'header-invalid'],
    ['a length field of zero', withBytes((copy) => copy.set([0, 0], 5)), 'header-invalid'],
    ['a length field past the end', withBytes((copy) => copy.set([0xff, 0xff], 5)), 'header-invalid'],
    ['a field left over', withMore(Uint8Array.of(0)), 'header-invalid'],
    ['a second copy of the last fields', withMore(bytes.slice(-8)), 'header-invalid'],
    ['an unknown suite', withBytes((copy) => copy.set([2], 7)), 'header-invalid'],
    ['an empty key id', withFields({ keyId: '' }), 'header-invalid'],
    ['a key id with a space', withFields({ keyId: 'a b' }), 'header-invalid'],
    ['a key id beyond ASCII', withFields({ keyId: '钥匙' }), 'header-invalid'],
    ['a ceremony in capitals', withFields({ ceremony: 'VERIFY' }), 'header-invalid'],
    ['a nonce without a challenge', withFields({ challengeId: '' }), 'header-invalid'],
    ['an unknown kind', withBytes((copy) => copy.set([99], copy.length - 11)), 'header-invalid'],
    ['sequence zero', withFields({ sequence: 0 }), 'header-invalid'],
    ['a sequence past the total', withFields({ sequence: 3 }), 'header-invalid'],
    ['another chunk size', withFields({ chunkSize: 8192 }), 'header-invalid'],
    ['no chunks', withFields({ paddedLength: 0 }), 'header-invalid'],
    ['a padded length between steps', withFields({ paddedLength: 16385 }), 'header-invalid'],
    ['a padded length of 4 GiB', withFields({ paddedLength: 0xffffc000 }), 'header-invalid'],
  ])('refuses %s', (_, input, code) => {
    expect(() => readHeader(input)).toThrow(expect.objectContaining({ code }));
  });
});
