import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../sandbox/start-processes.ts';
import { type Counter, connect } from '../../sdk/src/connect.ts';
import type { CheckView } from '../../sdk/src/guards.ts';
import { readCounter } from '../../stand-ins/counter/read-counter.ts';

const people = join(import.meta.dirname, '..', '..', 'people');
const data = mkdtempSync(join(tmpdir(), 'lz-sdk-'));
const reason = { scene: 'hotel', purpose: 'check-in' } as const;
let sandbox: RunningSandbox;
/** What the counter has asked for, newest last. */
let asked: string[];

beforeAll(async () => {
  sandbox = await startSandbox({ data, people, engines: false });
});
afterAll(async () => {
  await sandbox?.stop();
  rmSync(data, { recursive: true });
});

async function desk(
  id = 'cnt_sandbox-hotel-1',
  fetch: typeof globalThis.fetch = globalThis.fetch,
): Promise<Counter> {
  const { rpId, key } = readCounter(sandbox.sandbox, id, sandbox.bffUrl);
  asked = [];
  return await connect({
    ...{ issuer: sandbox.bffUrl, rpId, counterId: id, key: { ...key }, allowSandbox: true },
    fetch: (input, init) => {
      asked.push(`${init?.method} ${new URL(String(input)).pathname}`);
      return fetch(input, init);
    },
  });
}

/** Waits for the end and collects what is told on the way. */
function follow(counter: Counter, id: string) {
  const states: CheckView['state'][] = [];
  const end = counter.awaitEnd(id, { onChange: ({ state }) => void states.push(state) });
  return { states, end };
}
const streams = () => asked.filter((call) => call.endsWith('/events')).length;

describe('a counter by the SDK', () => {
  it('shows a code that fits, another each second', async () => {
    const counter = await desk();
    const check = await counter.open(reason);
    const until = new AbortController();
    const codes = new Set<string | undefined>();
    for await (const code of check.codes(until.signal)) {
      codes.add(code);
      if (codes.size === 3) until.abort();
    }
    const elapsed = [...codes].map((code) => Number(code?.split('.').at(-2)));
    expect(elapsed.map((each) => each - (elapsed[0] ?? 0))).toEqual([0, 1, 2]);
    await counter.end(check.id, 'abandoned');
  });

  it('hears of the end that another of its windows brought about, over one stream for all who wait', async () => {
    const counter = await desk();
    const [one, two] = await Promise.all([counter.open(reason), counter.open(reason)]);
    const [first, second] = [follow(counter, one.id), follow(counter, two.id)];
    await expect.poll(() => [first.states, second.states]).toEqual([['open'], ['open']]);
    const other = await desk();
    await other.end(one.id, 'staffed');
    expect(await first.end).toMatchObject({ state: 'declined' });
    await other.end(two.id, 'abandoned');
    expect(await second.end).toMatchObject({ state: 'cancelled' });
    expect([first.states, second.states]).toEqual([
      ['open', 'declined'],
      ['open', 'cancelled'],
    ]);
  });

  it('goes on after a restart of the service, and misses nothing', async () => {
    const counter = await desk();
    const check = await counter.open(reason);
    const waiting = follow(counter, check.id);
    await expect.poll(() => waiting.states).toEqual(['open']);
    await sandbox.bff.kill('SIGKILL');
    await sandbox.bff.restart();
    await (await desk()).end(check.id, 'staffed');
    expect(await waiting.end).toMatchObject({ state: 'declined' });
  });

  it('polls where it may have no stream', async () => {
    const refuse: typeof fetch = (input, init) =>
      String(input).endsWith('/events')
        ? Promise.reject(new TypeError('no streams here'))
        : fetch(input, init);
    const counter = await desk('cnt_sandbox-hotel-2', refuse);
    const check = await counter.open(reason);
    const waiting = follow(counter, check.id);
    await expect.poll(() => streams()).toBeGreaterThan(0);
    await (await desk('cnt_sandbox-hotel-2')).end(check.id, 'staffed');
    expect(await waiting.end).toMatchObject({ state: 'declined' });
  });

  it('leaves when it is told to, and its stream with it', async () => {
    const counter = await desk();
    const check = await counter.open(reason);
    const leaving = new AbortController();
    const end = counter.awaitEnd(check.id, { signal: leaving.signal });
    leaving.abort(new Error('the shift is over'));
    await expect(end).rejects.toThrow('the shift is over');
    await expect(counter.awaitEnd(check.id, { signal: leaving.signal })).rejects.toThrow('the shift is over');
    expect(await counter.read(check.id)).toMatchObject({ state: 'open' });
    expect(await counter.end(check.id, 'abandoned')).toMatchObject({ state: 'cancelled' });
    // Ended already: that is the answer.
    expect(await counter.end(check.id, 'staffed')).toMatchObject({ state: 'cancelled' });
  });

  it('gives more time once, and says so again', async () => {
    const counter = await desk();
    const check = await counter.open(reason);
    expect(await counter.extend(check.id)).toMatchObject({ state: 'open' });
    const again = await counter.extend(check.id);
    expect(again.mayExtend).toBeUndefined();
    await counter.end(check.id, 'abandoned');
  });

  it('refuses by a problem with its code, and tells the texts of the table', async () => {
    const counter = await desk();
    const strange = counter.awaitEnd('ses_AAECAwQFBgcICQoLDA0ODw');
    await expect(strange).rejects.toMatchObject({ name: 'Refused', code: 'not-found' });
    await expect(counter.open({ scene: 'traffic', purpose: 'roadside-check' })).rejects.toMatchObject({
      code: 'scene-not-allowed',
    });
    await expect(counter.typeWord('ses_AAECAwQFBgcICQoLDA0ODw', '12')).rejects.toThrow('three digits');
    const say = await counter.messages();
    expect(say({ state: 'passed', scene: 'hotel' }, 'clerk', 'zh').title.length).toBeGreaterThan(1);
  });

  it('is not connected by a wrong key, a wrong issuer, or without TLS', async () => {
    const { rpId, key } = readCounter(sandbox.sandbox, 'cnt_sandbox-hotel-1', sandbox.bffUrl);
    const given = { issuer: sandbox.bffUrl, rpId, counterId: 'cnt_sandbox-hotel-1', key: { ...key } };
    const others = { ...given, counterId: 'cnt_sandbox-gov-1' };
    await expect(connect(others)).rejects.toMatchObject({ name: 'Refused', code: 'client-unknown' });
    await expect(connect({ ...given, issuer: `${sandbox.bffUrl}/` })).rejects.toThrow('calls itself');
    await expect(connect({ ...given, issuer: 'http://id.example' })).rejects.toThrow('https');
  });
});
