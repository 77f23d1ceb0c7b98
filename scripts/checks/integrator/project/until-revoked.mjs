// node until-revoked.mjs <issuer> <counter> <key file>: two streams and a token, until the counter is revoked; says what is refused, and how soon.
import * as client from 'openid-client';
import { discover, fetchToken } from './client.mjs';
import { followByBoth } from './follow.mjs';

const [issuer, counterId, keyFile] = process.argv.slice(2);
const config = await discover(issuer, counterId, keyFile);
const { token } = await fetchToken(config);
const at = (path) => new URL(path, config.serverMetadata().token_endpoint);

const connected = new Set();
const ended = new Map();
const over = Promise.withResolvers();
followByBoth(at('/counter/v1/events').href, () => token, {
  connected(who) {
    connected.add(who);
    if (connected.size === 2) console.log(JSON.stringify({ ready: true }));
  },
  end(who, { reason }) {
    ended.set(who, reason);
    if (ended.size === 2) over.resolve();
  },
});
await new Promise((resolve) => process.stdin.once('data', resolve));
const revokedAt = performance.now();
const call = await fetch(at('/counter/v1/sessions'), { headers: { authorization: `Bearer ${token}` } });
const { code } = await call.json();
const refused = await client.clientCredentialsGrant(config).then(
  () => 'granted',
  ({ status }) => status,
);
await over.promise;
const milliseconds = Math.round(performance.now() - revokedAt);
console.log(
  JSON.stringify({ status: call.status, code, refused, ended: Object.fromEntries(ended), milliseconds }),
);
process.exit(0);
