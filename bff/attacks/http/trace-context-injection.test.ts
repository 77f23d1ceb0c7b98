import { expect, it } from 'vitest';
import { sendRaw } from '../../src/http/server.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const id = 'abcdefabcdefabcdefabcdefabcdefab';
const good = `00-${id}-00f067aa0ba902b7-01`;
const ask = (...lines: string[]) =>
  sendRaw(
    world.url,
    ['GET /health/live HTTP/1.1', 'host: id.example', ...lines, 'connection: close', '', ''].join('\r\n'),
  );

it('a well-formed trace is taken', async () => {
  expect(await ask(`traceparent: ${good}`)).toMatch(
    new RegExp(`\r\ntraceparent: 00-${id}-[0-9a-f]{16}-01\r\n`),
  );
  await expect.poll(() => world.lines.filter((line) => line.includes(id)).length).toBe(1);
});

it.each([
  ['a line break', `00-${id}\r\n {"level":50,"msg":"forged"}`],
  ['a bare line feed', `${good}\nx-forged: 1`],
  ['a bare carriage return', `${good}\rx-forged: 1`],
  ['JSON', `${good}","msg":"forged`],
  ['control signs', `${good}\u001b[31mforged`],
  ['another header', `${good}-forged: yes`],
  ['eight thousand signs', `00-${'forged'.repeat(1_300)}-00f067aa0ba902b7-01`],
  ['a later version with eight thousand signs behind it', `01-forged${'x'.repeat(8_000)}`],
  ['letters beyond ASCII', `${good}\u00fcforged`],
])('%s in it comes into no log and no answer', async (_what, traceparent) => {
  const before = world.lines.length;
  const answer = await ask(`traceparent: ${traceparent}`, 'tracestate: forged=1');
  expect(answer).not.toContain('forged');
  await expect.poll(() => world.lines.length).toBe(before + 1);
  const line = world.lines.at(-1) ?? '';
  expect(line).not.toContain('forged');
  expect(JSON.parse(line)).toMatchObject({ level: 30, msg: 'request' });
  expect(JSON.parse(line).traceId).toMatch(/^[0-9a-f]{32}$/);
});

it('of a later version only what is known goes on, however long the rest', async () => {
  const answer = await ask(`traceparent: 01-${id}-00f067aa0ba902b7-ff-${'rest'.repeat(1_000)}`);
  expect(answer).toMatch(new RegExp(`\r\ntraceparent: 00-${id}-[0-9a-f]{16}-03\r\n`));
  expect(answer).not.toContain('rest');
});

it('what others added to the trace is never logged, nor given back', async () => {
  const answer = await ask(`traceparent: ${good}`, 'tracestate: vendor=a-person-perhaps');
  expect(answer).not.toContain('a-person-perhaps');
  expect(world.lines.join('')).not.toContain('a-person-perhaps');
});

it('two calls with one trace are told apart by their own request ids', async () => {
  const ids = await Promise.all(
    [1, 2].map(
      async () => /x-request-id: (\S+)/.exec(await ask(`traceparent: ${good}`, 'x-request-id: mine'))?.[1],
    ),
  );
  expect(new Set([...ids, 'mine']).size).toBe(3);
});
