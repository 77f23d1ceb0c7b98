import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { describe, expect, it } from 'vitest';
import { exact } from '../../../../shared/contract/schema.ts';
import { brokenUtf8 } from '../../../attacks/world/jws.fixture.ts';
import { respellings } from '../../../attacks/world/respell.fixture.ts';
import { readSigned } from './read-signed.ts';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const key = createPublicKey(publicKey.export({ format: 'pem', type: 'spki' }));
const schema = Compile(exact({ outcome: Type.String(), note: Type.Optional(Type.String()) }));
const header = Buffer.from('{"alg":"ES256","typ":"t+jwt","kid":"k"}').toString('base64url');

function signed(payload: string | Uint8Array, headerPart = header): string {
  const input = `${headerPart}.${Buffer.from(payload).toString('base64url')}`;
  return `${input}.${sign('sha256', Buffer.from(input), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}

const read = (text: string) => readSigned(text, 't+jwt', key, schema);

describe('a signed text of the authority', () => {
  it('is read in its one spelling, and the last of two equal names counts', () => {
    expect(read(signed('{"outcome":"pass"}'))).toEqual({ outcome: 'pass' });
    expect(read(signed('{"outcome":"pass","outcome":"fail"}'))).toEqual({ outcome: 'fail' });
  });

  it.each([0, 1, 2])('is refused where part %i is spelled otherwise, though its bytes are right', (part) => {
    const parts = signed('{"outcome":"pass "}').split('.');
    const others = respellings(parts[part] ?? '');
    expect(others.length).toBeGreaterThan(2);
    for (const other of others) expect(() => read(parts.with(part, other).join('.'))).toThrow('t+jwt');
  });

  it('is refused where header or claims were signed in another spelling', () => {
    for (const other of respellings(header))
      expect(() => read(signed('{"outcome":"pass"}', other))).toThrow('t+jwt');
    const claims = Buffer.from('{"outcome":"pass "}').toString('base64url');
    for (const other of respellings(claims)) {
      const input = `${header}.${other}`;
      const bytes = sign('sha256', Buffer.from(input), { key: privateKey, dsaEncoding: 'ieee-p1363' });
      expect(() => read(`${input}.${bytes.toString('base64url')}`)).toThrow('not JSON in UTF-8 in base64url');
    }
  });

  it('is refused where its claims are no UTF-8', () => {
    expect(() => read(signed(brokenUtf8({ outcome: 'pass' })))).toThrow('not JSON in UTF-8 in base64url');
    expect(() => read(signed(Buffer.from('\uFEFF{"outcome":"pass"}')))).toThrow('not JSON');
  });
});
