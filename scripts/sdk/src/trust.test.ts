import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import {
  CompactEncrypt,
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  type JWTPayload,
  SignJWT,
} from 'jose';
import { Webhook } from 'standardwebhooks';
import { beforeAll, describe, expect, it } from 'vitest';
import { resultVerifier } from './verify-result.ts';
import { verifyWebhook } from './verify-webhook.ts';

const issuer = 'https://id.example';
const sessionId = 'ses_AAECAwQFBgcICQoLDA0ODw';
const own = await generateKeyPair('ES256');
const other = await generateKeyPair('ES256');
const reading = await generateKeyPair('ECDH-ES+A256KW', { extractable: true });
const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(own.publicKey)), kid: 'one', alg: 'ES256' }] });
const claims = {
  ...{ counter: 'cnt_hotel-1', scene: 'hotel', level: 'basic', purpose: 'check-in', outcome: 'pass' },
  ...{ openedAt: 1, decidedAt: 2, sandbox: false },
};

interface Change {
  payload?: JWTPayload;
  aud?: string | string[];
  iss?: string;
  jti?: string;
  typ?: string;
  kid?: string;
  expires?: string;
  key?: typeof own.privateKey;
}
const token = ({
  payload,
  aud = 'rp_hotel',
  iss = issuer,
  jti = sessionId,
  typ = 'lz-result+jwt',
  kid = 'one',
  expires = '1h',
  key = own.privateKey,
}: Change = {}) =>
  new SignJWT({ ...claims, ...payload })
    .setProtectedHeader({ alg: 'ES256', typ, kid })
    .setIssuer(iss)
    .setAudience(aud)
    .setJti(jti)
    .setIssuedAt()
    .setExpirationTime(expires)
    .sign(key);
const encrypted = async (jws: string) =>
  await new CompactEncrypt(new TextEncoder().encode(jws))
    .setProtectedHeader({ alg: 'ECDH-ES+A256KW', enc: 'A256GCM', cty: 'JWT' })
    .encrypt(reading.publicKey);

describe('a result token', () => {
  const verify = resultVerifier(keys, { issuer, rpId: 'rp_hotel' });

  it('is read where it is for this relying party and this check', async () => {
    expect(await verify(await token(), sessionId)).toMatchObject(claims);
    expect(await verify(await token({ payload: { outcome: 'fail' } }), sessionId)).toMatchObject({
      outcome: 'fail',
    });
  });

  it.each<[string, Change]>([
    ['signature', { key: other.privateKey }],
    ['signature', { kid: 'two' }],
    ['another-party', { aud: 'rp_other' }],
    ['not-a-result', { aud: ['rp_hotel', 'rp_other'] }],
    ['another-service', { iss: 'https://other.example' }],
    ['another-check', { jti: 'ses_BBECAwQFBgcICQoLDA0ODw' }],
    ['not-a-result', { typ: 'JWT' }],
    ['not-a-result', { payload: { outcome: undefined } }],
    ['too-old', { expires: '-10m' }],
    ['sandbox', { payload: { sandbox: true } }],
  ])('proves nothing: %s', async (doubt, change) => {
    await expect(verify(await token(change), sessionId)).rejects.toMatchObject({
      name: 'NotBelieved',
      doubt,
    });
  });

  it('proves nothing where it is none', async () => {
    for (const text of ['', 'a.b.c', 'a.b.c.d.e', (await token()).slice(0, -9)])
      await expect(verify(text, sessionId)).rejects.toMatchObject({ name: 'NotBelieved' });
  });

  it('of synthetic people counts where that is allowed', async () => {
    const lenient = resultVerifier(keys, { issuer, rpId: 'rp_hotel', allowSandbox: true });
    expect(await lenient(await token({ payload: { sandbox: true } }), sessionId)).toMatchObject({
      sandbox: true,
    });
  });

  it('that is encrypted is opened with the key of the relying party, and judged as ever', async () => {
    const decryptionKey = await exportJWK(reading.privateKey);
    const reader = resultVerifier(keys, { issuer, rpId: 'rp_hotel', decryptionKey });
    expect(await reader(await encrypted(await token()), sessionId)).toMatchObject(claims);
    const forOther = await encrypted(await token({ aud: 'rp_other' }));
    await expect(reader(forOther, sessionId)).rejects.toMatchObject({ doubt: 'another-party' });
    await expect(verify(forOther, sessionId)).rejects.toMatchObject({ doubt: 'no-key' });
  });
});

describe('a webhook', () => {
  const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
  const now = Date.parse('2026-12-01T08:00:00Z');
  const body = JSON.stringify({ type: 'webhook.test', timestamp: '2026-12-01T08:00:00.000Z', data: {} });
  let headers: Record<string, string>;
  beforeAll(() => {
    headers = {
      'webhook-id': 'evt_1',
      'webhook-timestamp': String(now / 1000),
      // As another library signs it.
      'webhook-signature': new Webhook(secret).sign('evt_1', new Date(now), body),
    };
  });

  it('is read where one of the secrets signed it, as text, bytes and Headers', async () => {
    const wrong = `whsec_${Buffer.alloc(32, 8).toString('base64')}`;
    const read = { id: 'evt_1', event: { type: 'webhook.test' } };
    expect(await verifyWebhook([wrong, secret], body, headers, now)).toMatchObject(read);
    expect(await verifyWebhook([secret], Buffer.from(body), new Headers(headers), now)).toMatchObject(read);
  });

  it('is read by a public key too', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const { x = '' } = publicKey.export({ format: 'jwk' });
    const content = Buffer.from(`evt_1.${now / 1000}.${body}`);
    const made = {
      ...headers,
      'webhook-signature': `v1a,${sign(null, content, privateKey).toString('base64')}`,
    };
    const known = `whpk_${Buffer.from(x, 'base64url').toString('base64')}`;
    expect(await verifyWebhook([known], body, made, now)).toMatchObject({ id: 'evt_1' });
    await expect(verifyWebhook([secret], body, made, now)).rejects.toMatchObject({ doubt: 'signature' });
  });

  it.each([
    ['signature', { 'webhook-id': 'evt_2' }],
    ['signature', { 'webhook-signature': '' }],
    ['signature', { 'webhook-signature': 'v1,?' }],
    ['signature', { 'webhook-signature': `v2,${createHmac('sha256', 'x').digest('base64')}` }],
    ['unreadable', { 'webhook-timestamp': 'soon' }],
    ['unreadable', { 'webhook-id': '' }],
    ['too-old', { 'webhook-timestamp': String(now / 1000 - 301) }],
    ['too-new', { 'webhook-timestamp': String(now / 1000 + 301) }],
  ])('is not believed: %s %o', async (doubt, change) => {
    await expect(verifyWebhook([secret], body, { ...headers, ...change }, now)).rejects.toMatchObject({
      doubt,
    });
  });

  it('is not believed where one byte is another', async () => {
    await expect(verifyWebhook([secret], `${body} `, headers, now)).rejects.toMatchObject({
      doubt: 'signature',
    });
  });

  it('is held against no secret that is none', async () => {
    for (const text of ['', 'abc', 'whsec_', 'whsec_AAAA', 'whpk_AAAA'])
      await expect(verifyWebhook([text], body, headers, now)).rejects.toThrow(TypeError);
  });
});
