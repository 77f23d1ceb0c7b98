import { describe, expect, it } from 'vitest';
import { decodeBase64url } from '../bytes/base64url.ts';
import { decodeHex } from '../bytes/hex.ts';
import { open } from '../seal/open.ts';
import { readHeader } from '../seal/read-header.ts';
import { makeSealVectors, type SealVector, vectorPlaintext } from './make-seal-vectors.ts';
import committed from './seal-1.json' with { type: 'json' };

describe('the committed SEAL/1 vectors', () => {
  it('are made again, byte for byte, from their keys and randomness', async () => {
    expect(await makeSealVectors()).toEqual(committed);
  });

  it.each(committed)('open: $name', (vector) => {
    const { kind } = readHeader(decodeBase64url(vector.envelope)).header;
    expect(kind).toBe(vector.context.kind);
    const opened = open({
      envelope: decodeBase64url(vector.envelope),
      privateKey: {
        keyId: vector.keyId,
        suite: suiteOf(vector.suite),
        privateKey: decodeHex(vector.privateKey),
      },
      expected: {
        ...vector.context,
        kind,
        binding: decodeHex(vector.context.binding),
        nonce: decodeHex(vector.context.nonce),
      },
    });
    expect(opened).toEqual(vectorPlaintext(vector.plaintextLength));
  });
});

function suiteOf(suite: number): SealVector['suite'] {
  if (suite === 1 || suite === 17) return suite;
  throw new RangeError('unknown suite');
}
