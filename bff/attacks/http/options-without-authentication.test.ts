import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { sendRaw } from '../../src/http/server.fixture.ts';
import { take } from '../../src/quota/take.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const ask = async (path: string, more: string[] = []) => {
  const lines = [`OPTIONS ${path} HTTP/1.1`, 'host: id.example', ...more, 'connection: close', '', ''];
  const [head = '', body] = (await sendRaw(world.url, lines.join('\r\n'))).split('\r\n\r\n');
  const stable = head.split('\r\n').filter((line) => !/^(date|x-request-id|traceparent):/i.test(line));
  return { stable, body };
};

it('OPTIONS reads nothing, makes nothing and ends nothing, with a token or without', async () => {
  const { sessionId } = await world.hotel.open();
  const before = await world.ports.db.read('select id, state, version from sessions', {});
  const authorization = `authorization: Bearer ${await world.hotel.token()}`;
  const paths = [
    ...['/counter/v1/sessions', `/counter/v1/sessions/${sessionId}`, `/counter/v1/sessions/${sessionId}/end`],
    ...['/counter/v1/events', '/oauth/token', '/metrics', '/holder/v1/credential'],
  ];
  for (const path of paths)
    for (const more of [[], [authorization]]) {
      const { stable, body } = await ask(path, more);
      expect(stable[0]).toBe('HTTP/1.1 204 No Content');
      expect(body).toBe('');
    }
  expect(await world.ports.db.read('select id, state, version from sessions', {})).toEqual(before);
});

it('it does not tell a session that is there from one that is not', async () => {
  const { sessionId } = await world.hotel.open();
  const there = await ask(`/counter/v1/sessions/${sessionId}`);
  expect(await ask('/counter/v1/sessions/ses_AAAAAAAAAAAAAAAAAAAAAA')).toEqual(there);
});

it('it counts for the network that it comes from, as all calls do', async () => {
  const network = { quota: 'calls-by-network', subject: '127.0.0.1' } as const;
  world.clock.at += 120_000;
  for (let n = 0; n < limits.callsPerNetwork.atOnce; n++) await take(world.ports, [network]);
  expect((await ask('/about')).stable[0]).toBe('HTTP/1.1 429 Too Many Requests');
});
