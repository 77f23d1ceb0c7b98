import { readPersonName } from '../../../../shared/person-name.ts';
import { birthDateIn, cleanNumber, parseResidentId } from '../../../../shared/resident-id.ts';
import type { Card } from '../../../../shared/sample/card.ts';
import type { CardProblem } from '../card/check-typed.ts';

export type PaperProblem =
  | Extract<CardProblem, { field: 'name' | 'idNumber' }>
  | { field: 'documentNumber'; problem: 'form' };

/**
 * Reads what was typed off a child's paper, or says of each field what is to be corrected. Such a paper has no validity: it is from the day of birth on, and
 * has no end.
 */
export function checkPaper(
  typed: { name: string; idNumber: string; documentNumber: string },
  { sandbox, now }: { sandbox: boolean; now: number | undefined },
): { ok: true; card: Card; documentNumber: string } | { ok: false; problems: PaperProblem[] } {
  const name = readPersonName(typed.name);
  const number = parseResidentId(cleanNumber(typed.idNumber), { allowTestRegion: sandbox, now });
  const documentNumber = typed.documentNumber.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
  const problems: PaperProblem[] = [];
  if (!name.ok) problems.push({ field: 'name', problem: name.problem });
  if (!number.ok) problems.push({ field: 'idNumber', problem: number.problem });
  if (!/^[A-Z0-9-]{1,30}$/.test(documentNumber)) problems.push({ field: 'documentNumber', problem: 'form' });
  if (!name.ok || !number.ok || problems.length > 0) return { ok: false, problems };
  const validFrom = birthDateIn(number.number) ?? '';
  const card: Card = {
    ...{ name: name.written, idNumber: number.number, validFrom, validUntil: 'long-term', chip: null },
  };
  return { ok: true, card, documentNumber };
}
