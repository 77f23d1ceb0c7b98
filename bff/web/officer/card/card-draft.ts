import type { Random } from '../../../../shared/bytes/random.ts';
import type { Card } from '../../../../shared/sample/card.ts';
import { packCard } from '../../../../shared/sample/pack-card.ts';
import type { SealsFor } from '../call/read-told.ts';
import { type SealedAtDesk, sealAtDesk } from './seal-at-desk.ts';

/** A card as this page has it: in plain until it is sealed, and not a moment longer. */
export type Draft =
  | { is: 'empty' }
  | { is: 'plain'; card: Card }
  /** Its `digest` is what the officer signs. */
  | ({ is: 'sealed'; kind: Packing['kind'] } & SealedAtDesk);

/** As what a card is sealed: by itself, or within what shows a ward. */
export interface Packing {
  kind: 'card' | 'kin';
  pack(card: Card): Uint8Array;
}
const asCard: Packing = { kind: 'card', pack: packCard };

/** The one place of the page where a card is. */
export interface CardDraft {
  now(): Draft;
  take(card: Card): void;
  /** Seals it for this challenge alone; the plain card is let go of, whether that went well or not. */
  seal(told: SealsFor, packing?: Packing): Promise<Extract<Draft, { is: 'sealed' }>>;
  /** Nothing is left. */
  wipe(): void;
}

/** @param random of the browser: `crypto.getRandomValues` */
export function cardDraft(random: Random): CardDraft {
  let draft: Draft = { is: 'empty' };
  return {
    now: () => draft,
    take(card) {
      draft = { is: 'plain', card };
    },
    async seal(told, { kind, pack } = asCard) {
      if (draft.is !== 'plain') throw new TypeError('there is no card to seal');
      const { card } = draft;
      draft = { is: 'empty' };
      const made = { is: 'sealed', ...(await sealAtDesk(told, kind, pack(card), random)) } as const;
      draft = made;
      return made;
    },
    wipe() {
      draft = { is: 'empty' };
    },
  };
}
