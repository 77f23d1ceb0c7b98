import { generateKeyPairSync } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { asText, makeResultKey, secretText, signingFile, writeNew } from './key-files.ts';

/** The key of the app at Alipay that counts, as the unit and the container look for it. */
export const alipayName = 'alipay-app.private.pem';

/**
 * Makes all keys of a BFF in a folder: its signing keys, the token for figures and the key of the app at Alipay, each in a file of mode
 * 0600. Answers what to do next. @throws Error in a sentence where there are some already
 */
export function makeKeys(folder: string, now: number): string {
  const [metrics, alipay] = [join(folder, 'metrics-token'), join(folder, alipayName)];
  for (const file of [signingFile(folder), metrics, alipay])
    if (existsSync(file)) throw new Error(`There is a file ${file} already. Nothing was changed.`);
  writeNew(
    signingFile(folder),
    asText({
      resultKeys: [makeResultKey(now)],
      accessTokenSecret: secretText(),
      holderPepper: secretText(),
    }),
  );
  writeNew(metrics, `${secretText()}\n`);
  const publicHalf = makeAlipayKey(alipay);
  return `Made in ${folder}, readable by you alone:

  bff-signing.json   LZ_SIGNING_KEYS=${signingFile(folder)}
  metrics-token      its content is LZ_METRICS_TOKEN, and for Prometheus: authorization.credentials_file
  Alipay             LZ_ALIPAY_PRIVATE_KEY=${alipay}

The unit and compose.yaml of scripts/deploy set LZ_SIGNING_KEYS and LZ_ALIPAY_PRIVATE_KEY by themselves.

Next:
  1. Upload ${publicHalf} at Alipay's console as the key of the app, and save the key of Alipay that it
     shows in return: LZ_ALIPAY_PUBLIC_KEY.
  2. Ask WeChat and the authority for theirs: LZ_WECHAT_SECRET, LZ_AUTHORITY_API_KEY, LZ_AUTHORITY_ROOT.
  3. Copy ${folder} to where backups of secrets are kept, apart from those of the database. Without the holder pepper nobody
     is recognised again.
`;
}

/** Where a key of the app goes that is to follow another. */
export function alipayFile(folder: string, now: number): string {
  return join(
    folder,
    `alipay-app-${new Date(now).toISOString().slice(0, 19).replaceAll(':', '-')}.private.pem`,
  );
}

/** Makes a key of the app at Alipay (RSA2, as its gateway asks for). @returns the file of the public half */
export function makeAlipayKey(file: string): string {
  const pair = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const open = file.replace('.private.', '.public.');
  writeNew(file, pair.privateKey);
  writeNew(open, pair.publicKey);
  return open;
}
