import { createPublicKey, verify } from 'node:crypto';
import { decodeBase64url } from '../../../shared/bytes/base64url.ts';
import { dateInChina } from '../../../shared/china-calendar.ts';
import { type Card, signedCard } from '../../../shared/sample/card.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import { testHolders, testOutcomeOf } from '../register/test-holders.ts';
import { isSought } from './is-sought.ts';

/** What a card says about the person whose credential is shown. `flagged`: nothing else stands against it, and somebody looks for it. */
export type CardFinding = 'fits' | 'flagged' | 'forged' | 'expired' | 'of-another' | 'name-differs';

/** Looks at a card: its issuer's signature where it has one, its time by China's calendar, and whose it is. */
export function judgeCard(ports: AuthorityPorts, person: string, card: Card): CardFinding {
  if (card.chip !== null && !isSigned(ports, card, card.chip)) return 'forged';
  const { samePerson, sameName } = compare(ports, person, card);
  if (!samePerson) return 'of-another';
  const today = dateInChina(ports.now());
  if (card.validFrom > today) return 'expired';
  if (card.validUntil !== 'long-term' && card.validUntil < today) return 'expired';
  if (!sameName) return 'name-differs';
  return isSought(ports, card) ? 'flagged' : 'fits';
}

function isSigned({ cardIssuer }: AuthorityPorts, card: Card, chip: NonNullable<Card['chip']>): boolean {
  const key = cardIssuer.keyOf(chip.kid);
  if (key === undefined) return false;
  const { kty, crv, x, y } = key;
  const issuer = createPublicKey({ key: { kty, crv, x, y }, format: 'jwk' });
  const signature = decodeBase64url(chip.signature);
  return verify(
    'sha256',
    signedCard(card, chip.serial),
    { key: issuer, dsaEncoding: 'ieee-p1363' },
    signature,
  );
}

/** By the register; a test holder is whoever has that number. */
function compare({ register }: AuthorityPorts, person: string, { idNumber, name }: Card) {
  const outcome = testOutcomeOf(person);
  const test = testHolders.find((holder) => holder.idNumber === idNumber);
  if (outcome !== undefined) return { samePerson: test?.outcome === outcome, sameName: test?.name === name };
  const found = register.look(idNumber, name);
  return { samePerson: found.person === person, sameName: found.nameFits };
}
