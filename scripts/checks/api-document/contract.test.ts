import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { metricsToken } from '../../../bff/attacks/world/bff.fixture.ts';
import { startWorld } from '../../../bff/attacks/world/world.fixture.ts';
import { testServer } from '../../../bff/src/http/server.fixture.ts';
import { at, type Json, type Operation, operationsOf } from './document.fixture.ts';
import { misfits, operationFor, shownBody } from './judge-call.fixture.ts';
import { playConsents } from './play-consents.fixture.ts';
import { playCounter } from './play-counter.fixture.ts';
import { playCredentials } from './play-credentials.fixture.ts';
import { playOperators } from './play-operators.fixture.ts';
import { playPhone, playSms } from './play-phone.fixture.ts';
import { playRegistry, playWebhooks } from './play-registry.fixture.ts';
import { playReminders } from './play-reminders.fixture.ts';
import { type RecordedCall, recordCalls } from './record-calls.fixture.ts';

const world = await startWorld();
/** Where WeChat takes the faces, and reminders. */
const byPlatform = await startWorld({ byPlatform: true, templates: ['in-30', 'in-7', 'in-1'] });
const plain = await testServer();
const recorder = recordCalls([world.url, byPlatform.url, plain.url]);

let document: Json;
let operations: Operation[];
let calls: { call: RecordedCall; operation: Operation | undefined }[];

beforeAll(async () => {
  document = at(await (await fetch(`${world.url}/openapi.json`)).json());
  operations = operationsOf(document);
  const shown = (id: string, name?: string) => shownBody(document, operations, id, name);
  await playCounter(world, shown);
  await playPhone(byPlatform, shown);
  await playSms(plain, shown);
  await playOperators(world);
  await playRegistry(world);
  await playCredentials(world, shown);
  await playReminders(byPlatform);
  await playConsents(world, shown);
  await playWebhooks(world, shown);
  await refuseEach();
  const open = operations.filter(
    ({ method, operation }) => method === 'get' && String(operation.tags) === 'public',
  );
  for (const { path } of open)
    await fetch(world.url + path, { headers: { authorization: `Bearer ${metricsToken}` } });
  calls = (await recorder.calls()).map((call) => ({ call, operation: operationFor(operations, call) }));
});
afterAll(async () => {
  recorder.stop();
  await plain.server.close();
  await plain.ports.db.close();
});

/** What every call refuses: a body of a type that none takes, and who brings no proof of who they are. */
async function refuseEach(): Promise<void> {
  for (const { method, path } of operations) {
    const url = world.url + path.replaceAll(/\{\w+\}/g, 'none');
    for (const type of ['text/plain', 'application/json'])
      await fetch(url, {
        method: method.toUpperCase(),
        headers: { 'content-type': type },
        ...(method !== 'get' && { body: '{}' }),
      });
  }
}

const asked = (passes: (status: number) => boolean) =>
  new Set(calls.filter(({ call }) => passes(call.status)).map(({ operation }) => operation?.id));

describe('a running BFF, call by call', () => {
  it('answers each call of its document with a success', () => {
    const done = asked((status) => status < 400);
    expect(operations.map(({ id }) => id).filter((id) => !done.has(id))).toEqual([]);
  });

  it('refuses each call of its document', () => {
    const refused = asked((status) => status >= 400);
    expect(operations.map(({ id }) => id).filter((id) => !refused.has(id))).toEqual([]);
  });

  it('answers nothing that its document does not tell: status, headers, type, shape, code', () => {
    const wrong = calls.flatMap(({ call, operation }) => {
      const found = operation === undefined ? ['no such call'] : misfits(document, operation, call);
      return found.map((each) => `${operation?.id} ${call.method} ${call.path} ${call.status}: ${each}`);
    });
    expect([...new Set(wrong)]).toEqual([]);
    expect(calls.length).toBeGreaterThan(80);
  });
});
