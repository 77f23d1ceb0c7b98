import type { DelegationView } from '../../../shared/contract/family/terms.ts';
import { type Relation, relationTexts } from '../../../shared/family.ts';
import type { Text } from '../../../shared/text.ts';
import type { Storage } from '../platform/platform.ts';

/** What the owner calls each ward: on this phone alone. */
export type Names = Readonly<Record<string, string>>;

/** For whom the owner answers, for how many that may be, and what the owner calls them. */
export interface Family {
  delegations: readonly DelegationView[];
  most: number;
  names: Names;
}

/** Who that is, as a part of a sentence that is said to the owner. */
const inSentence = {
  child: { zh: '孩子', en: 'your child' },
  parent: { zh: '父母', en: 'your parent' },
  spouse: { zh: '配偶', en: 'your husband or wife' },
  other: { zh: '家人', en: 'your family member' },
} as const satisfies Record<Relation, Text>;

/** Nothing where the phone cannot say. */
export async function readNames(storage: Storage): Promise<Names> {
  try {
    const kept: unknown = JSON.parse((await storage.read('wards')) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    return Object.fromEntries(
      Object.entries(kept).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    return {};
  }
}

/**
 * Keeps the names of those for whom the owner answers, or may again; where there is nobody nothing is kept. That something is kept tells this phone that its
 * owner may have a check for somebody else.
 */
export async function keepNames(
  storage: Storage,
  { delegations, names }: Pick<Family, 'delegations' | 'names'>,
): Promise<void> {
  const there = delegations.filter(({ state, renewable }) => state !== 'ended' || renewable !== undefined);
  if (there.length === 0) return storage.remove('wards');
  const kept = Object.fromEntries(there.map(({ delegationId: id }) => [id, names[id] ?? '']));
  await storage.write('wards', JSON.stringify(kept));
}

/** As the owner calls the ward, or who that is to the owner; of several of whom one would say the same each has a number. */
export function nameOf(ward: DelegationView, family: Family): Text {
  const own = ownName(ward, family);
  if (own !== undefined) return own;
  const { zh, en } = relationTexts[ward.relation];
  const number = numberOf(ward, family);
  return number === undefined ? { zh, en } : { zh: `${zh} ${number}`, en: `${en} ${number}` };
}

/** The same as a part of a sentence. */
export function calledOf(ward: DelegationView, family: Family): Text {
  const own = ownName(ward, family);
  if (own !== undefined) return own;
  const { zh, en } = inSentence[ward.relation];
  const number = numberOf(ward, family);
  return number === undefined ? { zh, en } : { zh: `${zh} ${number}`, en: `${en} (${number})` };
}

function ownName({ delegationId }: DelegationView, { names }: Family): Text | undefined {
  const own = names[delegationId];
  return own === undefined || own === '' ? undefined : { zh: own, en: own };
}

function numberOf({ delegationId, relation }: DelegationView, { delegations }: Family): number | undefined {
  const alike = delegations.filter((each) => each.relation === relation);
  if (alike.length < 2) return undefined;
  return alike.findIndex((each) => each.delegationId === delegationId) + 1;
}
