import type { WhoAsks } from './holder-view.ts';

/** What the landing page of a code carries as JSON: for itself, and for the app that opens behind it. */
export interface Landed {
  /** The app's page of this code, with the code in its query. */
  page: string;
  asks: Pick<WhoAsks, 'rpId' | 'counterId' | 'scene' | 'registration'>;
  /** The BFF's time as it sent the page, epoch milliseconds. */
  serverTime: number;
  /** The nonce for the app's first DPoP proof, which saves it one refusal. */
  nonce: string;
}

/** Where it stands in the page. */
export const landedId = 'landed';
