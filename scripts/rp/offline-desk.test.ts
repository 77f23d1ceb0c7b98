import { execFile } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, expect, it } from 'vitest';
import { openAuthority, registrarToken } from '../../bff/attacks/world/authority.fixture.ts';
import { type Bff, compose } from '../../bff/src/compose.ts';
import { parseConfig } from '../../bff/src/config/parse-config.ts';
import { follow, here } from '../../bff/src/operator/operators.fixture.ts';
import { environmentIn } from '../../bff/src/process.fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'lz-offline-'));
const authority = await openAuthority(Date.now);
const { LZ_REGISTRY: _, ...settings } = environmentIn(folder);
const env = {
  ...settings,
  LZ_PUBLIC_URL: here.origin,
  LZ_ISSUER: here.origin,
  LZ_AUTHORITY_URL: authority.url,
  LZ_AUTHORITY_API_KEY: authority.apiKey,
  LZ_AUTHORITY_ROOT: JSON.stringify(authority.root),
  LZ_BFF_ID: authority.bffId,
};
afterAll(async () => {
  await authority.stop();
  rmSync(folder, { recursive: true });
});

/** The command, as on the server of the BFF; whatever lies in the folder of a sandbox here is of another BFF. */
function command(name: 'rp' | 'operator', ...words: string[]) {
  const main = new URL(`../${name}/main.ts`, import.meta.url).pathname;
  const { promise, resolve } = Promise.withResolvers<{ code: unknown; out: string; errors: string }>();
  execFile(
    process.execPath,
    [main, ...words, '--bff', here.origin],
    { env: { ...env, REGISTRAR_TOKEN: registrarToken } },
    (fault, out, errors) => resolve({ code: fault?.code ?? 0, out, errors }),
  );
  return promise;
}

/** The BFF itself, which has the database for itself. */
const startBff = (): Promise<Bff> =>
  compose(
    parseConfig(env, (path) => readFileSync(path, 'utf8')),
    {
      now: Date.now,
      random: (length) => new Uint8Array(randomBytes(length)),
      log: pino({ level: 'silent' }),
      onAuditBroken: () => undefined,
    },
  );

it('the registry is changed in the database itself before there is an operator, while no BFF has it, and never after', async () => {
  expect(await command('rp', 'list')).toMatchObject({
    code: 1,
    errors: expect.stringContaining('start the BFF once'),
  });
  await (await startBff()).close();
  const key = join(folder, 'desk.jwk.json');
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  writeFileSync(key, JSON.stringify(publicKey.export({ format: 'jwk' })));
  const added = await command('rp', 'add', 'Harbour Hotel', '--counter', 'Desk 1', '--key', key);
  expect(added).toMatchObject({ code: 0, errors: '' });
  expect(added.out).toContain('cnt_harbour-hotel-1');
  expect(await command('rp', 'propose', 'end-watch', 'rp_harbour-hotel')).toMatchObject({
    code: 1,
    errors: expect.stringContaining('That needs an operator'),
  });

  const bff = await startBff();
  try {
    expect(await command('rp', 'list')).toMatchObject({
      code: 1,
      errors: expect.stringContaining('Another process uses the database'),
    });
    const { out } = await command('operator', 'invite', 'Wang Fang');
    const [link = ''] = out.match(/https:\/\/\S+#enrol=\S+/) ?? [];
    await follow(bff.ports, link);
  } finally {
    await bff.close();
  }

  for (const words of [['add', 'Another Hotel'], ['list'], ['revoke', 'rp_harbour-hotel']])
    expect(await command('rp', ...words), words.join(' ')).toMatchObject({
      code: 1,
      out: '',
      errors: expect.stringContaining('This BFF has an operator'),
    });
});
