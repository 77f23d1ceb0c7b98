import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type TestServer, testServer } from '../../../bff/src/http/server.fixture.ts';
import { type StockClient, stockClients } from '../../../bff/src/http/streams/stock-clients.fixture.ts';
import { hotel } from '../../../bff/src/ports/ports.fixture.ts';
import { openSession } from '../../../bff/src/verify/01-open-session.ts';
import type { CounterView } from '../../../shared/contract/verify/08-result.ts';
import { hasCaddy, startCaddy } from '../operation/caddy.fixture.ts';
import { hasNginx, startNginx } from '../operation/nginx.fixture.ts';

/** Each by the sample that is handed out. */
const proxies = [
  { name: 'nginx', isHere: hasNginx, start: (bff: string) => startNginx(bff, { plain: true }) },
  { name: 'Caddy', isHere: hasCaddy, start: startCaddy },
];
for (const { name, isHere } of proxies)
  if (!isHere) console.log(`${name} is not here: its sample is not run`);

/** The machine may be busy with other things. */
const eventually = (holds: () => void) => vi.waitFor(holds, { timeout: 60_000 });
let world: TestServer;
let client: StockClient | undefined;
beforeEach(async () => {
  world = await testServer({ timeouts: { heartbeat: 40, retry: 20, restart: 20 } });
});
afterEach(async () => {
  client?.close();
  await world.server.close();
  await world.ports.db.close();
  vi.unstubAllGlobals();
});

const opened = async () =>
  (await openSession(world.ports, hotel, { scene: 'hotel', purpose: 'check-in' }, world.idempotencyKey()))
    .sessionId;

/** The sessions that were told, in order. */
const told = ({ events }: StockClient) =>
  events
    .filter(({ name }) => name === 'session')
    .map(({ data }) => {
      const { sessionId }: CounterView = JSON.parse(data);
      return sessionId;
    });

describe.each(proxies)('behind $name, by its sample', ({ isHere, start }) => {
  it.skipIf(!isHere).each(Object.entries(stockClients))(
    '%s outlives a restart, though it comes back while nobody is there',
    async (_name, open) => {
      const proxy = await start(new URL(world.url).host);
      try {
        const token = await world.counterToken();
        const reader = open(`${proxy.url}/counter/v1/events`, async () => token);
        client = reader;
        const first = await opened();
        await eventually(() => expect(told(reader)).toEqual([first]));
        let second = '';
        await world.restart(async () => {
          second = await opened();
          const { status, headers } = await fetch(`${proxy.url}/counter/v1/events`);
          expect([status, headers.get('content-type')]).toEqual([200, 'text/event-stream']);
          await new Promise((later) => setTimeout(later, 500));
        });
        await eventually(() => expect(told(reader)).toEqual([first, second]));
        expect(reader.gaveUp()).toBe(false);
      } finally {
        client?.close();
        await proxy.stop();
      }
    },
  );

  it.skipIf(!isHere)(
    'every other call is told by the status that the BFF is gone, and what it refuses comes as it is',
    async () => {
      const proxy = await start(new URL(world.url).host);
      try {
        const ask = (path: string) => fetch(`${proxy.url}${path}`);
        const refused = await ask('/counter/v1/events');
        expect([refused.status, await refused.json()]).toMatchObject([401, { code: 'token-missing' }]);
        await world.restart(async () => expect((await ask('/about')).status).toBe(502));
        await eventually(async () => expect((await ask('/about')).status).toBe(200));
      } finally {
        await proxy.stop();
      }
    },
  );
});

it('nginx, as README tells it, is what the sample has', () => {
  const text = (file: string) => readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');
  const lines = (of: string) =>
    of
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('#'));
  const [, told = ''] = /```nginx\n([\s\S]*?)```/.exec(text('README.md')) ?? [];
  expect(lines(told).length).toBeGreaterThan(6);
  expect(lines(text('scripts/deploy/nginx.conf')).join('\n')).toContain(lines(told).join('\n'));
});
