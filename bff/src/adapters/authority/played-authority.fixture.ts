import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type {
  AuthorityChallengeBody,
  ChallengeClaims,
} from '../../../../shared/contract/authority/03-challenge.ts';
import type { VerdictClaims } from '../../../../shared/contract/authority/07-verdict.ts';
import type { KeyListClaims, PublicJwk } from '../../../../shared/contract/authority/keys.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export interface SigningKey {
  kid: string;
  secret: KeyObject;
  jwk: PublicJwk;
}

/** 2026-11-01, in milliseconds. */
export const testTime = 1_793_491_200_000;
const seconds = testTime / 1000;

export function makeSigningKey(kid: string): SigningKey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  return { kid, secret: privateKey, jwk: { kty: 'EC', crv: 'P-256', x, y } };
}

/** A compact JWS as an honest or, with another header, a dishonest authority makes it. */
export function signCompact(
  typ: string,
  key: SigningKey,
  claims: object,
  header: object = { alg: 'ES256', typ, kid: key.kid },
): string {
  const input = [header, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  const signature = sign('sha256', Buffer.from(input), { key: key.secret, dsaEncoding: 'ieee-p1363' });
  return `${input}.${signature.toString('base64url')}`;
}

/** The texts of an authority that does everything right; `changed` makes it do something wrong. */
export const root = makeSigningKey('root');
export const firstKey = makeSigningKey('sign-1');

export function keyList(changed: Partial<KeyListClaims> = {}, by: SigningKey = root): string {
  const claims: KeyListClaims = {
    iss: 'https://authority.test',
    version: 1,
    iat: seconds,
    exp: seconds + 3600,
    sandbox: true,
    sign: [{ kid: firstKey.kid, jwk: firstKey.jwk }],
    seal: [{ keyId: 'seal-17', suite: 17, publicKey: 'k'.repeat(43) }],
    ...changed,
  };
  return signCompact('lz-keys+jwt', by, claims);
}

export const asked: AuthorityChallengeBody = {
  ceremony: 'verify',
  sessionId: `ses_${'s'.repeat(22)}`,
  attempt: 1,
  rpId: 'rp_inn',
  rpName: 'Harbour Inn',
  counterId: 'cnt_desk-1',
  scene: 'hotel',
  level: 'basic',
  purpose: 'check-in',
  deviceThumbprint: 'd'.repeat(43),
  consent: { face: true, voice: true },
  credential: `crd_${'c'.repeat(22)}`,
};

export function challengeClaims(changed: Partial<ChallengeClaims> = {}): ChallengeClaims {
  const { ceremony, sessionId, rpId, rpName, counterId, scene, level, purpose, deviceThumbprint } = asked;
  return {
    ...{ ceremony, sessionId, rpId, rpName, counterId, scene, level, purpose, deviceThumbprint },
    iss: 'https://authority.test',
    iat: seconds,
    exp: seconds + 60,
    sandbox: true,
    challengeId: `chl_${'h'.repeat(22)}`,
    nonce: 'n'.repeat(43),
    prompts: ['turn-left', 'nod'],
    digits: '314159',
    samples: ['face', 'voice'],
    sealKeyId: 'seal-17',
    ...changed,
  };
}

export function verdictClaims(changed: Partial<VerdictClaims> = {}): VerdictClaims {
  return {
    iss: 'https://authority.test',
    aud: 'bff-1',
    iat: seconds,
    sandbox: true,
    challengeId: `chl_${'h'.repeat(22)}`,
    sessionId: asked.sessionId,
    nonce: 'n'.repeat(43),
    outcome: 'pass',
    level: 'basic',
    hints: [],
    ...changed,
  };
}

export function answerJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

/** A small HTTP server on loopback whose behaviour each test sets. */
export async function serve(): Promise<{ url: string; handle(next: Handler): void; close(): Promise<void> }> {
  let handler: Handler = (_, response) => answerJson(response, 404, {});
  const server = createServer((request, response) => handler(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = addressOf(server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    handle(next) {
      handler = next;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address;
}
