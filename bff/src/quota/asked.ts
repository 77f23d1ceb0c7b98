import { createHmac } from 'node:crypto';
import type { Ports } from '../ports/ports.ts';
import type { Demand, QuotaName } from '../ports/quotas.ts';
import { type Quota, quotas } from './quotas.ts';

/** A demand with the quota that it is of, and the one key by which its subject is counted there. */
export interface Asked {
  name: QuotaName;
  key: string;
  subject: string;
  quota: Quota;
}

/** What counting needs. */
export type Counting = Pick<Ports, 'now' | 'db' | 'usage'> & {
  measures: Pick<Ports['measures'], 'quotaRefused'>;
  settings: Pick<Ports['settings'], 'holderPepper'>;
};

/**
 * The key is a keyed hash: of one length whoever sends what, and nobody who reads the tables can tell, or try out, who is counted
 * there, which would say who did something within the last hours.
 */
export function askedOf({ usage, settings }: Counting, { quota, subject, most, amount }: Demand): Asked {
  const found = multiplied(quotas[quota], usage.factor);
  return {
    name: quota,
    key: createHmac('sha256', settings.holderPepper).update(`quota ${quota}|${subject}`).digest('base64url'),
    subject,
    quota: chosen(found, most, amount),
  };
}

/** Where the operator set a number, it is that one, whatever all others have. */
function chosen(quota: Quota, most: Demand['most'], amount: Demand['amount']): Quota {
  if (quota.counts === 'made') return amount === undefined ? quota : { ...quota, ...amount };
  return most === undefined ? quota : { ...quota, most };
}

function multiplied(quota: Quota, factor: number): Quota {
  if (factor === 1) return quota;
  return quota.counts === 'made'
    ? { ...quota, atOnce: quota.atOnce * factor, every: Math.max(1, Math.round(quota.every / factor)) }
    : { ...quota, most: quota.most * factor };
}
