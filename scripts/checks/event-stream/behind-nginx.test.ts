import { readFileSync } from 'node:fs';
import { execaSync } from 'execa';
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type TestServer, testServer } from '../../../bff/src/http/server.fixture.ts';
import { type StockClient, stockClients } from '../../../bff/src/http/streams/stock-clients.fixture.ts';
import { hotel } from '../../../bff/src/ports/ports.fixture.ts';
import { openSession } from '../../../bff/src/verify/01-open-session.ts';
import type { CounterView } from '../../../shared/contract/verify/08-result.ts';
import { startNginx } from '../bench/peers/start-nginx.ts';
import { haveSystemPackage } from '../system-package.ts';

/** As README says it is to be set up. */
const [, locations = ''] =
  /```nginx\n([\s\S]*?)```/.exec(readFileSync(new URL('../../../README.md', import.meta.url), 'utf8')) ?? [];
haveSystemPackage(
  'nginx-light',
  () => !execaSync('nginx', ['-v'], { reject: false }).failed,
  (words) => console.log(words),
);
const probe = await startNginx('http://127.0.0.1:9', locations);
afterAll(() => probe?.stop());

/** The machine may be busy with other things. */
const eventually = (holds: () => void) => vi.waitFor(holds, { timeout: 20_000 });
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

it.skipIf(probe === undefined).each(Object.entries(stockClients))(
  '%s outlives a restart behind nginx, though it comes back while nobody is there',
  async (_name, open) => {
    const nginx = await startNginx(world.url, locations);
    if (nginx === undefined) throw new Error('nginx is gone');
    try {
      const token = await world.counterToken();
      const reader = open(`${nginx.url}/counter/v1/events`, async () => token);
      client = reader;
      const first = await opened();
      await eventually(() => expect(told(reader)).toEqual([first]));
      let second = '';
      await world.restart(async () => {
        second = await opened();
        const { status, headers } = await fetch(`${nginx.url}/counter/v1/events`);
        expect([status, headers.get('content-type')]).toEqual([200, 'text/event-stream']);
        await new Promise((later) => setTimeout(later, 500));
      });
      await eventually(() => expect(told(reader)).toEqual([first, second]));
      expect(reader.gaveUp()).toBe(false);
    } finally {
      client?.close();
      await nginx.stop();
    }
  },
);
