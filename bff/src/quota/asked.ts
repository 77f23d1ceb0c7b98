import { hash } from 'node:crypto';
import type { Demand, QuotaName } from '../ports/quotas.ts';
import { type Quota, quotas } from './quotas.ts';

/** A demand with the quota that it is of, and the one key by which its subject is counted there. */
export interface Asked {
  name: QuotaName;
  key: string;
  subject: string;
  quota: Quota;
}

/** The key is a hash: of one length whoever sends what, and tables keep no subject. */
export function askedOf({ quota, subject, most }: Demand, factor: number): Asked {
  const found = multiplied(quotas[quota], factor);
  return {
    name: quota,
    key: hash('sha256', `${quota}|${subject}`, 'base64url'),
    subject,
    quota: most === undefined || found.counts === 'made' ? found : { ...found, most },
  };
}

function multiplied(quota: Quota, factor: number): Quota {
  if (factor === 1) return quota;
  return quota.counts === 'made'
    ? { ...quota, atOnce: quota.atOnce * factor, every: Math.max(1, Math.round(quota.every / factor)) }
    : { ...quota, most: quota.most * factor };
}
