// node check.mjs <issuer> <rp> <counter> <key file> <webhook secret> <port>: one check, awaited and proved in every way.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { createRemoteJWKSet, importJWK, jwtVerify } from 'jose';
import jwksRsa from 'jwks-rsa';
import * as oauth from 'oauth4webapi';
import * as client from 'openid-client';
import { Webhook } from 'standardwebhooks';
import { discover, fetchToken } from './client.mjs';
import { followByBoth } from './follow.mjs';

const [issuer, rpId, counterId, keyFile, secret, port] = process.argv.slice(2);
const say = (value) => console.log(JSON.stringify(value));

const webhook = new Webhook(secret);
const told = new Promise((resolve) => {
  createServer(async (request, response) => {
    try {
      const event = webhook.verify(await text(request), request.headers);
      response.writeHead(204).end();
      if (event.type === 'session.ended') resolve(event.data);
    } catch {
      response.writeHead(401).end();
    }
  }).listen(Number(port), '127.0.0.1');
});

const config = await discover(issuer, counterId, keyFile);
const { token } = await fetchToken(config);

// The same by the smaller library.
const { kid, ...jwk } = JSON.parse(readFileSync(keyFile, 'utf8'));
const insecure = { [oauth.allowInsecureRequests]: true };
const found = await oauth.discoveryRequest(new URL(issuer), { algorithm: 'oauth2', ...insecure });
const server = await oauth.processDiscoveryResponse(new URL(issuer), found);
const authentication = oauth.PrivateKeyJwt({ key: await importJWK(jwk, 'ES256'), kid });
const granted = await oauth.clientCredentialsGrantRequest(
  server,
  { client_id: counterId },
  authentication,
  new URLSearchParams(),
  insecure,
);
const second = await oauth.processClientCredentialsResponse(server, { client_id: counterId }, granted);

const at = (path) => new URL(path, config.serverMetadata().token_endpoint);
const opened = await client.fetchProtectedResource(
  config,
  second.access_token,
  at('/counter/v1/sessions'),
  'POST',
  JSON.stringify({ scene: 'hotel', purpose: 'check-in' }),
  new Headers({ 'content-type': 'application/json', 'idempotency-key': `"${randomUUID()}"` }),
);
const session = await opened.json();

const ends = {};
const both = Promise.withResolvers();
const connected = new Set();
const leave = followByBoth(at('/counter/v1/events').href, () => token, {
  connected(who) {
    connected.add(who);
    if (connected.size === 2) say({ session });
  },
  session(who, view) {
    if (view.sessionId !== session.sessionId || view.result === undefined) return;
    ends[who] = view;
    if (Object.keys(ends).length === 2) both.resolve();
  },
});
await both.promise;
leave();

const { result } = ends.eventsource;
const expected = { audience: rpId, issuer, typ: 'lz-result+jwt', algorithms: ['ES256'] };
const byJose = await jwtVerify(
  result,
  createRemoteJWKSet(new URL(config.serverMetadata().jwks_uri)),
  expected,
);
const keys = jwksRsa({ jwksUri: config.serverMetadata().jwks_uri });
const publicKey = (await keys.getSigningKey(byJose.protectedHeader.kid)).getPublicKey();
const { createPublicKey } = await import('node:crypto');
const byJwksRsa = await jwtVerify(result, createPublicKey(publicKey), expected);
const hook = await told;
say({
  sessionId: session.sessionId,
  states: Object.values(ends).map(({ state }) => state),
  outcomes: [byJose, byJwksRsa].map(({ payload }) => payload.outcome),
  about: byJose.payload.jti,
  hook: {
    state: hook.state,
    sessionId: hook.sessionId,
    same: (await jwtVerify(hook.result, createPublicKey(publicKey), expected)).payload.jti,
  },
});
process.exit(0);
