import { expect, it } from 'vitest';
import { challenged } from '../world/check.fixture.ts';
import { uploadRaw } from '../world/raw-upload.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const smuggled = 'GET /metrics HTTP/1.1\r\nhost: id.example\r\n\r\n';

it.each([
  ['a length and chunks', ['content-length: 20000', 'transfer-encoding: chunked']],
  ['two lengths', ['content-length: 20000', 'content-length: 5']],
  ['a length with a sign', ['content-length: +20000']],
  ['a coding that is none', ['transfer-encoding: xchunked']],
  ['a folded header', ['content-length: 20000', ' 5']],
])(
  'a request with %s, in which two readers would see two requests, is refused and the connection closed',
  async (_what, lines) => {
    const answer = await uploadRaw(world, await challenged(world), lines, `0\r\n\r\n${smuggled}`);
    expect(answer).toMatch(/^HTTP\/1\.1 4[0-9]{2} /);
    expect(answer.match(/HTTP\/1\.1 /g)).toHaveLength(1);
    expect(answer.toLowerCase()).toContain('application/problem+json');
  },
);
