import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, it } from 'vitest';
import { makeDeviceKey } from '../../../shared/jws/make-device-key.ts';
import { makeDpopProof } from '../../../shared/jws/make-dpop-proof.ts';
import * as limits from '../../../shared/limits.ts';
import { send } from '../world/answers.fixture.ts';
import { publicUrl } from '../world/bff.fixture.ts';
import { random } from '../world/parties.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

/** A platform that takes every connection and answers nobody until it is told to. */
const platform = createServer().listen(0, '127.0.0.1');
await once(platform, 'listening');
const address = platform.address();
const port = typeof address === 'object' && address !== null ? address.port : 0;
const world = await startWorld({ mayBeUnavailable: true, platformUrl: `http://127.0.0.1:${port}` });

const path = '/holder/v1/login';
const logIn = (code: string) =>
  send(world.url + path, {
    method: 'POST',
    body: JSON.stringify({ platform: 'wechat', code }),
    headers: {
      'content-type': 'application/json',
      dpop: makeDpopProof({
        ...{ key: makeDeviceKey(random), method: 'POST', url: publicUrl + path, now: world.clock.at, random },
      }),
    },
  });

it('made-up logins open a few connections to the platform, and those beyond what may wait are sent away at once', async () => {
  let sockets = 0;
  platform.on('connection', () => sockets++);
  const answers: (() => void)[] = [];
  platform.on('request', (_request, answer) => {
    const openid = `o-${answers.length}`;
    answers.push(() => answer.end(JSON.stringify({ openid })));
  });
  const all = Array.from({ length: 100 }, (_, n) => logIn(`made-up-${n}`));
  const statuses: number[] = [];
  for (const each of all) void each.then(({ status }) => statuses.push(status));
  await expect.poll(() => statuses.length, { timeout: 5_000 }).toBe(100 - limits.platformCallsPerNetwork);
  expect(new Set(statuses)).toEqual(new Set([503]));
  expect(sockets).toBeLessThanOrEqual(limits.platformConnections);

  platform.on('request', () => answers.at(-1)?.());
  for (const answer of answers) answer();
  const busy = (await Promise.all(all)).filter(({ status }) => status !== 200);
  for (const each of busy)
    expect(each).toMatchObject({ code: 'platform-busy', headers: { 'retry-after': '5' } });
  expect(await logIn('honest')).toMatchObject({ status: 200 });
  platform.closeAllConnections();
  platform.close();
});
