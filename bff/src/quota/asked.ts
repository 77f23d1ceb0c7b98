import { hash } from 'node:crypto';
import type { Demand } from '../ports/quotas.ts';
import { type Quota, quotas } from './quotas.ts';

/** A demand with the quota that it is of, and the one key by which its subject is counted there. */
export interface Asked {
  key: string;
  subject: string;
  quota: Quota;
}

/** The key is a hash: of one length whoever sends what, and tables keep no subject. */
export function askedOf({ quota, subject, most }: Demand): Asked {
  const found = quotas[quota];
  return {
    key: hash('sha256', `${quota}|${subject}`, 'base64url'),
    subject,
    quota: most === undefined || found.counts === 'made' ? found : { ...found, most },
  };
}
