import { compactDecrypt, createRemoteJWKSet, importJWK, jwtVerify } from 'jose';
import { Value } from 'typebox/value';
import { ResultClaims } from '../../../shared/contract/verify/08-result.ts';
import type { CounterSettings } from './read-counter.ts';

/** Reads result tokens of one RP. @throws Error when a token is not for it, or not from its BFF */
export function resultOpener(settings: CounterSettings): (token: string) => Promise<ResultClaims> {
  const keys = createRemoteJWKSet(new URL(`${settings.bffUrl}/.well-known/jwks.json`));
  return async (token) => {
    const jws = token.split('.').length === 5 ? await decrypt(token, settings) : token;
    const { payload } = await jwtVerify(jws, keys, {
      algorithms: ['ES256'],
      audience: settings.rpId,
      typ: 'lz-result+jwt',
      requiredClaims: ['exp', 'iat', 'jti'],
    });
    if (!Value.Check(ResultClaims, payload)) throw new Error('the result token has other claims than agreed');
    return payload;
  };
}

async function decrypt(token: string, { decryptionKey }: CounterSettings): Promise<string> {
  if (decryptionKey === undefined)
    throw new Error('the result is encrypted and this counter has no key for it');
  const { plaintext } = await compactDecrypt(token, await importJWK(decryptionKey, 'ECDH-ES+A256KW'), {
    keyManagementAlgorithms: ['ECDH-ES+A256KW'],
    contentEncryptionAlgorithms: ['A256GCM'],
  });
  return new TextDecoder().decode(plaintext);
}
