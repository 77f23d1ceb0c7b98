import { type Landed, landedId } from '../../../shared/contract/landed.ts';
import { moment, record, text } from '../holder/guards.ts';
import type { Holder } from '../holder/holder.ts';
import { learnServerTime } from '../holder/server-time.ts';

type Told = Pick<Landed, 'nonce' | 'serverTime'>;
const isTold = record({ nonce: text(/^[\w.-]{1,64}$/), serverTime: moment });

/** On the landing page of a code: the first calls need not be refused to learn what the page knows already. */
export function learnFromLanding(holder: Holder): void {
  if (process.env.TARO_ENV !== 'h5') return;
  const told = readLanded();
  if (told === undefined) return;
  holder.link.nonce = told.nonce;
  learnServerTime(holder, performance.timeOrigin, told);
}

function readLanded(): Told | undefined {
  try {
    const landed: unknown = JSON.parse(document.getElementById(landedId)?.textContent ?? 'null');
    return isTold(landed) ? landed : undefined;
  } catch {
    return undefined;
  }
}
