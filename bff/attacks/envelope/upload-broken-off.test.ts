import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { challenged } from '../world/check.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld({ relaysInFlight: 3, mayBeUnavailable: true });

it('uploads that are broken off halfway leave no place taken and no sample behind', async () => {
  const { phone, sessionId, face } = await challenged(world);
  const path = `/holder/v1/sessions/${sessionId}/samples/face`;
  for (let i = 0; i < 5; i++) {
    const { authorization, dpop } = phone.headers('PUT', path);
    const own = [
      `authorization: ${authorization}`,
      `dpop: ${dpop}`,
      `sample-word: ${phone.wordFor(path, face)['sample-word']}`,
      'content-type: application/octet-stream',
    ];
    const head = [`PUT ${path} HTTP/1.1`, 'host: x', ...own, `content-length: ${face.length}`, '', ''];
    const socket = connect(Number(new URL(world.url).port), '127.0.0.1');
    socket.write(head.join('\r\n'));
    socket.write(face.subarray(0, 9_000));
    await new Promise((later) => setTimeout(later, 50));
    socket.destroy();
  }
  const status = async () => (await phone.put(sessionId, 'face', face)).status;
  await expect.poll(status, { timeout: 5_000 }).toBe(202);
});
