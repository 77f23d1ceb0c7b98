import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { decodeHex, encodeHex } from '../../../shared/bytes/hex.ts';
import { hpkeSetupReceiver, hpkeSetupSender } from '../../../shared/seal/hpke.ts';
import type { Suite } from './suite.ts';

const Vectors = Type.Array(
  Type.Object({
    mode: Type.Integer(),
    kem_id: Type.Integer(),
    kdf_id: Type.Integer(),
    aead_id: Type.Integer(),
    ...{ info: Type.String(), skEm: Type.String(), skRm: Type.String(), pkRm: Type.String() },
    ...{ enc: Type.String(), shared_secret: Type.String(), base_nonce: Type.String() },
    encryptions: Type.Array(
      Type.Object({ aad: Type.String(), ct: Type.String(), nonce: Type.String(), pt: Type.String() }),
    ),
  }),
);

/** The vectors of RFC 9180 that are of SEAL/1's suite 17, with each of their encryptions. */
export const hpkeVectors: Suite = {
  name: 'rfc 9180',
  project: 'cfrg/draft-irtf-cfrg-hpke',
  licence: 'the terms of the IETF Trust for code components',
  paths: ['test-vectors.json'],
  async run(folder) {
    const all = Value.Parse(
      Vectors,
      Value.Clean(Vectors, JSON.parse(readFileSync(join(folder, 'test-vectors.json'), 'utf8'))),
    );
    const ours = all.filter(
      ({ mode, kem_id, kdf_id, aead_id }) => mode === 0 && kem_id === 0x20 && kdf_id === 1 && aead_id === 3,
    );
    const wrong: string[] = [];
    let cases = 0;
    for (const vector of ours) {
      const [info, enc] = [decodeHex(vector.info), decodeHex(vector.enc)];
      const sides = {
        sender: hpkeSetupSender(decodeHex(vector.pkRm), info, decodeHex(vector.skEm)),
        receiver: hpkeSetupReceiver(decodeHex(vector.skRm), info, enc),
      };
      for (const [name, side] of Object.entries(sides)) {
        cases++;
        const told = [side.sharedSecret, side.baseNonce].map(encodeHex);
        if (told.join() !== [vector.shared_secret, vector.base_nonce].join())
          wrong.push(`${name}: another key`);
        for (const { aad, ct, nonce, pt } of vector.encryptions) {
          cases++;
          const cipher = chacha20poly1305(side.key, decodeHex(nonce), decodeHex(aad));
          if (encodeHex(cipher.encrypt(decodeHex(pt))) !== ct) wrong.push(`${name}: ${nonce}`);
        }
      }
    }
    return { cases, wrong };
  },
};
