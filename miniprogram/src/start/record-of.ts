import { type Scene, sceneNames } from '../../../shared/scenes.ts';
import type { OwnReceipt } from '../receipt/open-own.ts';
import type { Receipt } from './kept-receipts.ts';

/** The record of a receipt. What this phone was told by the BFF and what the authority has signed must be the same end. */
export function recordOf({ signed, claims }: OwnReceipt, seen: Receipt | undefined): Receipt {
  const outcome = claims.outcome === 'pass' ? 'passed' : 'failed';
  if (seen !== undefined && seen.outcome !== outcome) return { ...seen, forged: true };
  const scene: Scene | undefined = sceneNames.find((name) => name === claims.scene);
  return {
    ...{ id: claims.sessionId, rpName: claims.rpName, level: claims.level, outcome, signed },
    ...{ at: claims.iat * 1000, ...(scene === undefined ? {} : { scene }) },
  };
}
