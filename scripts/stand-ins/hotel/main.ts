import { Misused, runCommand } from '../../program/run-command.ts';
import { readPrivateKey } from '../counter/read-jwk.ts';
import { checkIn } from './front-desk.ts';

const usage = `npm run -s hotel -- [--issuer URL] [--rp RP] [--counter COUNTER] [--key FILE] [--production]

A hotel's front desk on the SDK: opens one check, shows its codes, and says what to do next. Of the demo hotel of npm start where nothing is named.

  --issuer URL   where the service is: http://127.0.0.1:8080, as npm start prints it
  --rp, --counter, --key   who asks, and the counter's private key as a JWK: .data/keys/ or .data/rp-keys/
  --production   results of synthetic people count no more
`;

/** `npm run hotel`. */
await runCommand({
  usage,
  options: {
    issuer: { type: 'string', default: 'http://127.0.0.1:8080' },
    rp: { type: 'string', default: 'rp_sandbox-hotel' },
    counter: { type: 'string', default: 'cnt_sandbox-hotel-1' },
    key: { type: 'string', default: '.data/keys/cnt_sandbox-hotel-1.jwk.json' },
    production: { type: 'boolean', default: false },
  },
  words: [0, Number.POSITIVE_INFINITY],
  async run(more, { issuer, rp, counter, key, production }) {
    if (more.length > 0) throw new Misused(severalFiles([key, ...more]));
    readPrivateKey(key);
    await checkIn({
      ...{ issuer, rpId: rp, counterId: counter, allowSandbox: !production },
      // Read for each token, so that the file may be replaced meanwhile.
      key: () => readPrivateKey(key),
    });
  },
});

/** A counter whose key was rotated has two files, and the shell puts both in the place of a pattern. */
function severalFiles(files: readonly string[]): string {
  return `--key takes one file, and ${files.length} stand there. The newest is most likely meant: --key ${[...files].sort().at(-1)}`;
}
