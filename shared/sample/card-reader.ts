import type { Card } from './card.ts';

/**
 * Whatever reads an identity card: a device, the sandbox's stand-in, or an officer's hands at the keyboard. `none`: nothing lies on it. The
 * promise is rejected where the reader does not answer.
 */
export interface CardReader {
  read(signal: AbortSignal): Promise<Card | 'none'>;
}

/** `GET` this below the address of the sandbox's reader: 200 with a card as JSON (`readCard`), or 204 where none lies on it. */
export const cardReaderPath = '/card';
