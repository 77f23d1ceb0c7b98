import { lengthPrefixed } from '../bytes/length-prefixed.ts';
import { isCalendarDate } from '../resident-id.ts';
import { readMembers } from './manifest.ts';
import { checkIdentity, type Identity } from './samples.ts';

/** What a chip says beside what is printed: which card it is, and who signed all of it. */
export interface CardChip {
  /** The card's own number. */
  serial: string;
  /** The issuer's key. */
  kid: string;
  /** ES256 (raw r|s, base64url) over `signedCard`. */
  signature: string;
}

/** An identity card as an officer brings it: read off the chip, or typed from what is printed. */
export interface Card extends Identity {
  /** YYYY-MM-DD. */
  validFrom: string;
  /** `null` where it was typed. */
  chip: CardChip | null;
}

/** @throws RangeError where a card sample may not say so */
export function readCard(value: unknown): Card {
  const card = readMembers(value, ['name', 'idNumber', 'validFrom', 'validUntil', 'chip']);
  const identity = checkIdentity({
    name: card.get('name'),
    idNumber: card.get('idNumber'),
    validUntil: card.get('validUntil'),
  });
  const validFrom = card.get('validFrom');
  if (typeof validFrom !== 'string' || !isCalendarDate(validFrom))
    throw new RangeError('card: validity out of form');
  return { ...identity, validFrom, chip: readChip(card.get('chip')) };
}

function readChip(value: unknown): CardChip | null {
  if (value === null) return null;
  const chip = readMembers(value, ['serial', 'kid', 'signature']);
  const text = (member: string, form: RegExp) => {
    const said = chip.get(member);
    if (typeof said !== 'string' || !form.test(said)) throw new RangeError(`card: ${member} out of form`);
    return said;
  };
  return {
    serial: text('serial', /^[A-Z0-9]{8,24}$/),
    kid: text('kid', /^[A-Za-z0-9._~-]{1,60}$/),
    signature: text('signature', /^[A-Za-z0-9_-]{86}$/),
  };
}

/** What the issuer of a card signs. */
export function signedCard({ name, idNumber, validFrom, validUntil }: Card, serial: string): Uint8Array {
  return lengthPrefixed(['liangzheng identity card 1', name, idNumber, validFrom, validUntil, serial]);
}
