import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import committed from '../vectors/seal-1.json' with { type: 'json' };

async function playInBareContext() {
  const worker = new Worker(new URL('./bare-context.fixture.ts', import.meta.url), {
    execArgv: ['--experimental-vm-modules', '--experimental-import-meta-resolve', '--no-warnings'],
  });
  const [answer] = await once(worker, 'message');
  await worker.terminate();
  return JSON.parse(answer);
}

describe('a phone whose runtime has the language and nothing else', () => {
  it('seals, opens, signs, verifies, reads codes and packs samples as Node does', async () => {
    expect(await playInBareContext()).toEqual({
      globals: [],
      vectors: committed,
      payload: { 名: '证' },
      thumbprint: 43,
      proof: 3,
      code: 'valid',
      identity: { name: '张三', idNumber: '990101199001010011', validUntil: 'long-term' },
      residentId: {
        ok: true,
        number: '11010519491231002X',
        regionCode: '110105',
        birthDate: '1949-12-31',
        sex: 'female',
      },
    });
  });
});
