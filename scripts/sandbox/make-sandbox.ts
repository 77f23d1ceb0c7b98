import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { encodeBase64url } from '../../shared/bytes/base64url.ts';
import type { Random } from '../../shared/bytes/random.ts';
import { openKeyRing, rootFileName } from '../authority/keys/key-ring.ts';
import { makeCounterKeys, makeJwkPair, makePartyKeys } from './make-registry.ts';
import { registerCounters } from './register-counters.ts';
import { readSandbox, type Sandbox, type SandboxFile, sandboxFileName, writeSecret } from './sandbox.ts';

const random: Random = (length) => new Uint8Array(randomBytes(length));
const secretText = (bytes: number) => encodeBase64url(random(bytes));

/**
 * Writes everything that a sandbox needs into a folder, once: keys of counters and RPs, the BFF's signing keys, the authority's
 * keys, the platforms' credentials. A folder that has it is read and left as it is. Then the counters are registered with the
 * authority, where they are not or will soon not be: a folder of an earlier version is brought up to date.
 */
export function makeSandbox(folder: string): Sandbox {
  bringUpToDate(folder);
  const sandbox = readSandbox(folder) ?? writeSandbox(folder);
  registerCounters(sandbox, random, Date.now());
  return sandbox;
}

const Earlier = Type.Object({
  authority: Type.Object({}),
  counters: Type.Array(Type.Object({ id: Type.String() })),
});

/** A folder that was made before registrar and administrator had tokens of their own gets them, and keys of the counters that came since. */
function bringUpToDate(folder: string): void {
  const path = join(folder, sandboxFileName);
  if (!existsSync(path)) return;
  const file: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!Value.Check(Earlier, file)) return;
  const tokens = { registrarToken: secretText(32), administratorToken: secretText(32) };
  const authority = { ...tokens, ...file.authority };
  const known = new Set(file.counters.map(({ id }) => id));
  const added = makeCounterKeys(folder, random, (id) => !known.has(id));
  if (added.length === 0 && 'administratorToken' in file.authority) return;
  const content = { ...file, authority, counters: [...file.counters, ...added] };
  writeSecret(`${path}.new`, `${JSON.stringify(content, null, 2)}\n`);
  renameSync(`${path}.new`, path);
}

function writeSandbox(folder: string): Sandbox {
  const { counters, decryptionKeys } = makePartyKeys(folder, random);
  const signingKeys = {
    resultKeys: [makeJwkPair(`sandbox-result-${secretText(6)}`, random).secret],
    accessTokenSecret: secretText(32),
    holderPepper: secretText(32),
  };
  writeSecret(join(folder, 'keys/bff-signing.json'), JSON.stringify(signingKeys));

  const authorityFolder = join(folder, 'authority');
  mkdirSync(authorityFolder, { recursive: true, mode: 0o700 });
  openKeyRing(authorityFolder, random, Date.now());

  const file: SandboxFile = {
    bffId: 'bff_sandbox',
    registry: 'registry.json',
    signingKeys: 'keys/bff-signing.json',
    counters,
    decryptionKeys,
    authority: {
      ...{ folder: 'authority', apiKey: secretText(32), registrarToken: secretText(32) },
      administratorToken: secretText(32),
      root: `authority/${rootFileName}`,
    },
    wechat: { appId: 'wx5a4db0c5a4db0c00', secret: secretText(24) },
    alipay: makeAlipay(folder),
    database: 'bff.db',
  };
  writeSecret(join(folder, `${sandboxFileName}.new`), `${JSON.stringify(file, null, 2)}\n`);
  renameSync(join(folder, `${sandboxFileName}.new`), join(folder, sandboxFileName));
  const made = readSandbox(folder);
  if (made === undefined) throw new TypeError('the sandbox was not written');
  return made;
}

function makeAlipay(folder: string): SandboxFile['alipay'] {
  const pair = (name: string) => {
    const keys = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
    writeSecret(join(folder, `keys/${name}.private.pem`), keys.privateKey);
    writeFileSync(join(folder, `keys/${name}.public.pem`), keys.publicKey);
  };
  pair('alipay-app');
  pair('alipay-platform');
  return {
    appId: '9021000100000001',
    appPrivateKey: 'keys/alipay-app.private.pem',
    appPublicKey: 'keys/alipay-app.public.pem',
    platformPrivateKey: 'keys/alipay-platform.private.pem',
    platformPublicKey: 'keys/alipay-platform.public.pem',
  };
}
