import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type BindingFields, sessionBinding } from './binding.ts';
import { encodeHex } from './bytes/hex.ts';

const fields: BindingFields = {
  ceremony: 'verify',
  sessionId: 'ses_1',
  rpId: 'rp_hotel',
  counterId: 'cnt_1',
  scene: 'hotel',
  level: 'basic',
  purpose: 'check-in',
  challengeId: 'chl_1',
  nonce: Uint8Array.of(1, 2, 3),
  deviceThumbprint: 'jkt',
};

describe('the session binding', () => {
  it('is SHA-256 over a label and the fields, each after its length', () => {
    const hash = createHash('sha256');
    const { nonce: _, deviceThumbprint, ...texts } = fields;
    const parts = [
      'liangzheng session binding 1',
      ...Object.values(texts),
      Buffer.from([1, 2, 3]),
      deviceThumbprint,
    ];
    for (const part of parts) {
      const bytes = Buffer.from(part);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      hash.update(length).update(bytes);
    }
    expect(encodeHex(sessionBinding(fields))).toBe(hash.digest('hex'));
  });

  it('is another one when any field is another', () => {
    const names = Object.keys(fields);
    const changed = names.map((name) => encodeHex(sessionBinding({ ...fields, [name]: 'AAAA' })));
    expect(new Set([...changed, encodeHex(sessionBinding(fields))]).size).toBe(names.length + 1);
  });

  it('is the same for a nonce in bytes and in base64url', () => {
    expect(sessionBinding({ ...fields, nonce: 'AQID' })).toEqual(sessionBinding(fields));
    expect(sessionBinding({ ...fields, nonce: '' })).toEqual(
      sessionBinding({ ...fields, nonce: new Uint8Array(0) }),
    );
    expect(() => sessionBinding({ ...fields, nonce: 'AQID=' })).toThrow(RangeError);
  });
});
