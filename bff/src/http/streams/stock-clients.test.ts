import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CounterView } from '../../../../shared/contract/verify/08-result.ts';
import * as limits from '../../../../shared/limits.ts';
import { hotel } from '../../ports/ports.fixture.ts';
import { openSession } from '../../verify/01-open-session.ts';
import { endSession } from '../../verify/08-end.ts';
import { type TestServer, testServer } from '../server.fixture.ts';
import { curl, hasCurl, type StockClient, stockClients } from './stock-clients.fixture.ts';

const heartbeat = 40;
const signal = new AbortController().signal;
/** The machine may be busy with other things. */
const eventually = (holds: () => void) => vi.waitFor(holds, { timeout: 60_000 });
let world: TestServer;
const clients: StockClient[] = [];

beforeEach(async () => {
  world = await testServer({ timeouts: { heartbeat, retry: 20, restart: 150 } });
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  await world.server.close();
  await world.ports.db.close();
  vi.unstubAllGlobals();
});

const opened = async () =>
  (await openSession(world.ports, hotel, { scene: 'hotel', purpose: 'check-in' }, world.idempotencyKey()))
    .sessionId;
const abandoned = (sessionId: string) => endSession(world.ports, hotel, sessionId, 'abandoned', signal);
const pause = (milliseconds: number) => new Promise((later) => setTimeout(later, milliseconds));

/** The states that were told, as `<session> <state>`, in order. */
function told({ events }: StockClient): string[] {
  return events
    .filter(({ name }) => name === 'session')
    .map(({ data }) => {
      const { sessionId, state }: CounterView = JSON.parse(data);
      return `${sessionId} ${state}`;
    });
}
const endsOf = ({ events }: StockClient) =>
  events.filter(({ name }) => name === 'end').map(({ data }) => data);

describe.each(Object.entries(stockClients))('the stream, read by %s', (_name, open) => {
  const start = (token = world.counterToken) => {
    const client = open(`${world.url}/counter/v1/events`, token);
    clients.push(client);
    return client;
  };

  it('is the sessions and nothing else: no sign of life is taken for an event', async () => {
    const sessionId = await opened();
    const client = start();
    await eventually(() => expect(told(client)).toEqual([`${sessionId} open`]));
    await pause(5 * heartbeat);
    await abandoned(sessionId);
    await eventually(() => expect(told(client)).toEqual([`${sessionId} open`, `${sessionId} cancelled`]));
    expect(client.events).toHaveLength(2);
    expect(new Set(client.events.map(({ id }) => id)).size).toBe(2);
  });

  it('goes on with a fresh token after the last event that announced the end of the old one', async () => {
    const first = await opened();
    const client = start();
    await eventually(() => expect(told(client)).toHaveLength(1));
    world.clock.now += limits.rpTokenLifetime - heartbeat;
    await eventually(() => expect(endsOf(client)).toEqual(['{"reason":"token-ends"}']));
    const second = await opened();
    await eventually(() => expect(told(client)).toEqual([`${first} open`, `${second} open`]));
    expect(client.gaveUp()).toBe(false);
  });

  it('goes on after a restart without a gap and without repeating', async () => {
    const first = await opened();
    const token = await world.counterToken();
    const client = start(async () => token);
    await eventually(() => expect(told(client)).toHaveLength(1));
    let second = '';
    await world.restart(async () => {
      second = await opened();
      await abandoned(first);
    });
    const expected = [`${first} open`, `${second} open`, `${first} cancelled`];
    await eventually(() => expect(told(client)).toEqual(expected));
    expect(endsOf(client)).toEqual(['{"reason":"restart"}']);
    expect(client.gaveUp()).toBe(false);
  });
});

it.skipIf(!hasCurl)('curl shows the stream, and goes on where it is told', async () => {
  const first = await opened();
  const running = curl(`${world.url}/counter/v1/events`, await world.counterToken());
  let text = '';
  running.stdout.on('data', (part) => {
    text += part;
  });
  await eventually(() => expect(text).toContain(first));
  running.kill();
  const [, id = ''] = /^id: (.+)$/m.exec(text) ?? [];
  const second = await opened();
  const token = await world.counterToken();
  const again = curl(`${world.url}/counter/v1/events`, token, `last-event-id: ${id}`);
  world.clock.now += limits.rpTokenLifetime - heartbeat;
  const { stdout } = await again;
  expect(stdout).not.toContain(first);
  expect(stdout).toContain(second);
  expect(stdout).toMatch(/event: end\ndata: \{"reason":"token-ends"\}\n*$/);
});

describe('what README says of stock clients', () => {
  it.each([401, 429, 502])('eventsource and undici give up for good on %i', async (status) => {
    const server = createServer((_request, response) => response.writeHead(status).end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port }: Pick<AddressInfo, 'port'> = Object(server.address());
    for (const name of ['eventsource', 'undici']) {
      const client = stockClients[name]?.(`http://127.0.0.1:${port}/`, async () => 'token');
      if (client === undefined) throw new Error(name);
      clients.push(client);
      await eventually(() => expect(client.gaveUp()).toBe(true));
    }
    await new Promise((resolve) => server.close(resolve));
  });
});
