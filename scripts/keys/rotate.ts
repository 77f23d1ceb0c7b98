import { join } from 'node:path';
import { asText, readSigningKeys, replaceSecret, secretText, signingFile } from './key-files.ts';
import { alipayFile, alipayName, makeAlipayKey } from './make-keys.ts';
import { rotateResultKey } from './rotate-result-key.ts';

export const rotatable = ['result', 'access-token', 'metrics-token', 'alipay', 'holder-pepper'] as const;
export type Rotatable = (typeof rotatable)[number];

/**
 * Puts a new key in the place of an old one, or beside it. @returns what to do next
 * @throws Error in a sentence where that cannot be, or is never done
 */
export function rotate(what: Rotatable, folder: string, now: number, options: { urgent: boolean }): string {
  switch (what) {
    case 'result':
      return rotateResultKey(folder, now, options);
    case 'access-token': {
      const keys = readSigningKeys(folder);
      replaceSecret(signingFile(folder), asText({ ...keys, accessTokenSecret: secretText() }));
      return `Start every process anew, all at the same time: each takes only the tokens of its own secret.

  Counters and phones are refused once, and get a new token by themselves. No check is lost.
`;
    }
    case 'metrics-token':
      replaceSecret(join(folder, 'metrics-token'), `${secretText()}\n`);
      return `Put what ${join(folder, 'metrics-token')} has now into LZ_METRICS_TOKEN, start the processes anew, and give it to Prometheus:
figures are missing in between.
`;
    case 'alipay': {
      const file = alipayFile(folder, now);
      const open = makeAlipayKey(file);
      return `Made ${file}; the one before stays.

  1. Upload ${open} at Alipay's console.
  2. At once after it took it: mv ${file} ${join(folder, alipayName)} (or what LZ_ALIPAY_PRIVATE_KEY names)
     and start every process anew. Logins by Alipay are refused in between.
`;
    }
    case 'holder-pepper':
      throw new Error(
        'The holder pepper is never rotated: by it a phone’s account becomes the holder of a credential, and by another everybody would be a stranger with nothing. Where it leaked, whoever also has the database can try out whether an account is in it; the accounts themselves are not in it. Move the database where nobody else reads it.',
      );
  }
}
