import { generateKeyPairSync } from 'node:crypto';
import * as openid from 'openid-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issuer, type TestServer, testServer } from '../http/server.fixture.ts';
import { hotel } from '../ports/ports.fixture.ts';

let world: TestServer;
beforeAll(async () => {
  world = await testServer();
});
afterAll(async () => {
  await world.server.close();
  await world.ports.db.close();
});

/** A relying party's program as its author would write it, over a network where the issuer's name leads to this machine. */
async function client(key: CryptoKey, algorithm: 'oauth2' | 'oidc' = 'oauth2') {
  const customFetch: openid.CustomFetch = (url, options) =>
    fetch(url.replace(issuer, world.url), {
      method: options.method,
      headers: options.headers,
      body: options.body instanceof URLSearchParams ? options.body : null,
    });
  const metadata = { [openid.clockSkew]: Math.round((world.clock.now - Date.now()) / 1000) };
  const authentication = openid.PrivateKeyJwt({ key, kid: 'k' });
  return openid.discovery(new URL(issuer), hotel.counterId, metadata, authentication, {
    algorithm,
    [openid.customFetch]: customFetch,
  });
}

const importKey = (jwk: JsonWebKey) =>
  crypto.subtle.importKey('jwk', jwk, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']);

describe('openid-client, which knows nothing but the issuer', () => {
  it('finds the token endpoint by itself, gets a token, and the token opens the counter API', async () => {
    const found = await client(await importKey(world.counterKey));
    expect(found.serverMetadata()).toMatchObject({
      issuer,
      token_endpoint: `${issuer}/oauth/token`,
      jwks_uri: `${issuer}/.well-known/jwks.json`,
      grant_types_supported: ['client_credentials', 'urn:ietf:params:oauth:grant-type:device_code'],
      device_authorization_endpoint: `${issuer}/oauth/device_authorization`,
      service_documentation: `${issuer}/docs`,
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
      token_endpoint_auth_signing_alg_values_supported: ['ES256'],
      response_types_supported: [],
    });
    const { access_token, token_type, expires_in } = await openid.clientCredentialsGrant(found);
    expect([token_type, expires_in]).toEqual(['bearer', 600]);
    const answer = await fetch(`${world.url}/counter/v1/sessions/ses_AAAAAAAAAAAAAAAAAAAAAA`, {
      headers: { authorization: `Bearer ${access_token}` },
    });
    expect(answer.status).toBe(404);
  });

  it('finds it below the path of an issuer that has one, in each way that clients put the address together', async () => {
    const below = await testServer({ issuer: `${issuer}/checks` });
    for (const path of [
      '/.well-known/oauth-authorization-server/checks',
      '/.well-known/openid-configuration/checks',
      '/checks/.well-known/openid-configuration',
    ])
      expect(await (await fetch(below.url + path)).json(), path).toMatchObject({
        issuer: `${issuer}/checks`,
        token_endpoint: `${issuer}/oauth/token`,
      });
    await below.server.close();
    await below.ports.db.close();
  });

  it('may keep the metadata for some minutes, and ask by HEAD whether it is there', async () => {
    for (const method of ['GET', 'HEAD']) {
      const answer = await fetch(`${world.url}/.well-known/oauth-authorization-server`, { method });
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'public, max-age=300']);
    }
  });

  it('gets a token for each of its requests', async () => {
    const found = await client(await importKey(world.counterKey));
    for (let i = 0; i < 20; i++)
      expect((await openid.clientCredentialsGrant(found)).access_token).toMatch(/^ey/);
  });

  it('understands why it was refused', async () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const found = await client(await importKey(privateKey.export({ format: 'jwk' })));
    const refused = await openid.clientCredentialsGrant(found).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(refused).toBeInstanceOf(openid.WWWAuthenticateChallengeError);
    expect(refused).toMatchObject({
      status: 401,
      cause: [
        {
          parameters: {
            error: 'invalid_client',
            error_description:
              'the signature is not by a key that is registered for this counter and counts now',
          },
        },
      ],
    });
  });

  it('understands what it asked for in vain', async () => {
    const found = await client(await importKey(world.counterKey));
    const refused = openid.genericGrantRequest(found, 'urn:ietf:params:oauth:grant-type:jwt-bearer', {});
    await expect(refused).rejects.toMatchObject({
      name: 'ResponseBodyError',
      error: 'unsupported_grant_type',
      status: 400,
    });
  });
});
