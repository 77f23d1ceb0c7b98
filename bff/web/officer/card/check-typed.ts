import { dateInChina } from '../../../../shared/china-calendar.ts';
import { type NameProblem, readPersonName } from '../../../../shared/person-name.ts';
import {
  cleanNumber,
  isCalendarDate,
  parseResidentId,
  type ResidentId,
} from '../../../../shared/resident-id.ts';
import type { Card } from '../../../../shared/sample/card.ts';

/** What was typed into the form, as it stands there. */
export interface TypedCard {
  name: string;
  idNumber: string;
  validFrom: string;
  /** Empty where `longTerm`. */
  validUntil: string;
  longTerm: boolean;
}

export type CardProblem =
  | { field: 'name'; problem: NameProblem }
  | { field: 'idNumber'; problem: Extract<ResidentId, { ok: false }>['problem'] }
  | { field: 'validFrom'; problem: 'not-a-date' | 'future' }
  | { field: 'validUntil'; problem: 'not-a-date' | 'past' };

/** Reads what was typed off a card, by the rules of the phone's own form, or says of each field what is to be corrected. */
export function checkTyped(
  typed: TypedCard,
  { sandbox, now }: { sandbox: boolean; now: number | undefined },
): { ok: true; card: Card } | { ok: false; problems: CardProblem[] } {
  const name = readPersonName(typed.name);
  const number = parseResidentId(cleanNumber(typed.idNumber), { allowTestRegion: sandbox, now });
  const validFrom = dateTyped(typed.validFrom);
  const validUntil = typed.longTerm ? 'long-term' : dateTyped(typed.validUntil);
  const today = now === undefined ? undefined : dateInChina(now);
  const problems: CardProblem[] = [];
  if (!name.ok) problems.push({ field: 'name', problem: name.problem });
  if (!number.ok) problems.push({ field: 'idNumber', problem: number.problem });
  if (!isCalendarDate(validFrom)) problems.push({ field: 'validFrom', problem: 'not-a-date' });
  else if (today !== undefined && validFrom > today) problems.push({ field: 'validFrom', problem: 'future' });
  if (validUntil !== 'long-term') {
    if (!isCalendarDate(validUntil)) problems.push({ field: 'validUntil', problem: 'not-a-date' });
    else if (today !== undefined && validUntil < today)
      problems.push({ field: 'validUntil', problem: 'past' });
  }
  if (!name.ok || !number.ok || problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    card: { name: name.written, idNumber: number.number, validFrom, validUntil, chip: null },
  };
}

/** YYYY-MM-DD of a date typed with whatever between its parts; anything else as it is. */
function dateTyped(typed: string): string {
  const digits = typed.normalize('NFKC').replace(/[^0-9]/g, '');
  if (digits.length !== 8) return typed.trim();
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
}
