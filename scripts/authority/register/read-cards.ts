import { readFileSync } from 'node:fs';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { PublicJwk } from '../../../shared/contract/authority/keys.ts';
import { type Card, readCard } from '../../../shared/sample/card.ts';
import type { CardIssuer } from '../ports/officers.ts';

const CardsFile = Type.Object({
  issuer: Type.Object({ kid: Type.String(), jwk: PublicJwk }),
  flagged: Type.Array(Type.String()),
  cards: Type.Array(Type.Object({ id: Type.String(), outcome: Type.String(), card: Type.Unknown() })),
});

/** A card of the sandbox, by the citizen or by what becomes of a raise with it. */
export interface SandboxCard {
  id: string;
  card: Card;
}

/** The cards of the synthetic citizens, who signs them, and which are looked for. @throws TypeError, RangeError where the file is not in the format */
export function readCards(path: string): { issuer: CardIssuer; cards: SandboxCard[] } {
  const file: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!Value.Check(CardsFile, file)) throw new TypeError('cards.json is not in the format');
  const { issuer, flagged, cards } = file;
  return {
    issuer: {
      keyOf: (kid) => (kid === issuer.kid ? issuer.jwk : undefined),
      isFlagged: (serial) => flagged.includes(serial),
    },
    cards: cards.map(({ id, card }) => ({ id, card: readCard(card) })),
  };
}
