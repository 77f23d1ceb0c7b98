// Seals 200 KB again and again and prints how long each took, in milliseconds, as one line of JSON for each suite.
import { randomBytes } from 'node:crypto';
import { encodeBase64url } from '../../../../shared/bytes/base64url.ts';
import { makeSealKey } from '../../../../shared/seal/make-seal-key.ts';
import { seal } from '../../../../shared/seal/seal.ts';

const plaintext = new Uint8Array(randomBytes(200 * 1024));
const random = (length: number) => new Uint8Array(randomBytes(length));
const context = {
  ceremony: 'verify',
  binding: random(32),
  challengeId: `chl_${'a'.repeat(22)}`,
  nonce: random(32),
  deviceThumbprint: encodeBase64url(random(32)),
  kind: 'face',
  sequence: 1,
  total: 2,
} as const;
const [warmUp = 0, counted = 1] = process.argv.slice(2).map(Number);

for (const suite of [1, 17] as const) {
  const { key } = makeSealKey({ keyId: 'bench', suite, random });
  const milliseconds: number[] = [];
  for (let count = 0; count < warmUp + counted; count++) {
    const start = performance.now();
    await seal({ key, context, plaintext, random });
    if (count >= warmUp) milliseconds.push(performance.now() - start);
  }
  process.stdout.write(`${JSON.stringify({ suite, milliseconds })}\n`);
}
