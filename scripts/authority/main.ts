import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SealSuite } from '../../shared/seal/types.ts';
import { requireEnv, serve } from '../program/program.ts';
import { buildAuthority } from './build-authority.ts';
import { noEngines, openEngines } from './engines/open-engines.ts';
import { openVerifiers } from './platform-face/open-verifiers.ts';
import { readCards } from './register/read-cards.ts';

const ownPeople = fileURLToPath(new URL('../people', import.meta.url));
const withEngines = process.env.AUTHORITY_ENGINES !== 'off';

/** One line of JSON on standard error; nothing personal ever reaches it. */
function warn(what: string, facts: Record<string, string | number>): void {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), what, ...facts })}\n`);
}

function readSuite(): SealSuite {
  const suite = process.env.AUTHORITY_SUITE ?? '1';
  if (suite === '1') return 1;
  if (suite === '17') return 17;
  throw new TypeError('AUTHORITY_SUITE is 1 or 17');
}

const { app, ports } = buildAuthority({
  dataFolder: requireEnv('AUTHORITY_DATA'),
  // The citizens of this repository are always of the register: a folder with one citizen needs others to compare a voice with.
  peopleFolders: [...new Set([ownPeople, process.env.AUTHORITY_PEOPLE ?? ownPeople])],
  suite: readSuite(),
  apiKey: requireEnv('AUTHORITY_API_KEY'),
  registrarToken: process.env.AUTHORITY_REGISTRAR_TOKEN,
  administratorToken: process.env.AUTHORITY_ADMINISTRATOR_TOKEN,
  officerOrigin: process.env.AUTHORITY_OFFICER_ORIGIN,
  cardIssuer: readCards(join(ownPeople, 'cards.json')).issuer,
  bffId: requireEnv('AUTHORITY_BFF_ID'),
  now: Date.now,
  random: (length) => new Uint8Array(randomBytes(length)),
  faceVerifiers: openVerifiers(process.env),
  engines: withEngines ? openEngines() : noEngines(),
  warn,
});

await serve(app, process.env.AUTHORITY_HOST ?? '127.0.0.1', Number(process.env.AUTHORITY_PORT ?? 0));
if (withEngines) {
  ports.register.warm().catch((error: unknown) => {
    warn('register-not-read', { why: error instanceof Error ? error.message : 'unknown' });
  });
}
