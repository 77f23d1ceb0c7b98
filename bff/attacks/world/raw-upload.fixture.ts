import { sendRaw } from '../../src/http/server.fixture.ts';
import type { Challenged } from './check.fixture.ts';
import type { World } from './world.fixture.ts';

/** Uploads a face by hand: all headers right but for the `lines`, then the `body` in parts, numbers being pauses in milliseconds. */
export function uploadRaw(
  world: World,
  { phone, sessionId, face }: Challenged,
  lines: string[],
  ...body: (string | Buffer | number)[]
): Promise<string> {
  const path = `/holder/v1/sessions/${sessionId}/samples/face`;
  const { authorization, dpop } = phone.headers('PUT', path);
  const word = phone.wordFor(path, face)['sample-word'];
  const own = [
    `authorization: ${authorization}`,
    `dpop: ${dpop}`,
    'content-type: application/octet-stream',
    `sample-word: ${word}`,
  ];
  const head = [`PUT ${path} HTTP/1.1`, 'host: id.example', ...own, ...lines, '', ''].join('\r\n');
  return sendRaw(world.url, head, ...body);
}
