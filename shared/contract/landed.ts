import type { WhoAsks } from './holder-view.ts';

/** What the BFF writes into the landing page of a code, as JSON. */
export interface Landed {
  /** The app's page of this code, with the code in its query. */
  page: string;
  asks: Pick<WhoAsks, 'rpId' | 'counterId' | 'scene' | 'registration'>;
  /** The BFF's time as it sent the page, epoch milliseconds. */
  serverTime: number;
}
