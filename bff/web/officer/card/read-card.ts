import * as limits from '../../../../shared/limits.ts';
import { type Card, readCard } from '../../../../shared/sample/card.ts';
import { type CardReader, cardReaderPath } from '../../../../shared/sample/card-reader.ts';
import { Refused } from '../../staff/call/refused.ts';

/**
 * The reader whose helper answers at an address of this computer: in a sandbox, one on which the signed test cards are laid. What it reads off a chip
 * has its issuer's signature, for the authority to check; anything else would be a card that nobody has typed.
 */
export function readerAt(url: string): CardReader {
  return {
    async read(signal) {
      const answer = await fetch(url + cardReaderPath, { signal, cache: 'no-store' });
      if (answer.status === 204) return 'none';
      if (!answer.ok) throw new Error(`the reader answers ${answer.status}`);
      const card = readCard(await answer.json());
      if (card.chip === null) throw new Error('the reader has read no chip');
      return card;
    },
  };
}

/** The card that lies on the reader. @throws Refused reader-silent, reader-empty */
export async function cardOn(reader: CardReader): Promise<Card> {
  const read = await reader.read(AbortSignal.timeout(limits.cardRead)).catch(() => {
    throw Refused.here('reader-silent');
  });
  if (read === 'none') throw Refused.here('reader-empty');
  return read;
}
