// A counter by openid-client, as its documentation has it.
import { readFileSync } from 'node:fs';
import { importJWK } from 'jose';
import * as client from 'openid-client';

/** Reads the key and finds the service by its issuer. */
export async function discover(issuer, counterId, keyFile) {
  const { kid, ...jwk } = JSON.parse(readFileSync(keyFile, 'utf8'));
  const key = await importJWK(jwk, 'ES256');
  return await client.discovery(new URL(issuer), counterId, undefined, client.PrivateKeyJwt({ key, kid }), {
    execute: [client.allowInsecureRequests],
  });
}

/** A token and what it is good for. */
export async function fetchToken(config) {
  const { access_token, expires_in } = await client.clientCredentialsGrant(config);
  return { token: access_token, expiresIn: expires_in };
}
