import type { Level } from '../../../../shared/levels.ts';
import type { OwnCredential } from '../../holder/answers.ts';
import type { HolderProblem } from '../../holder/holder-problem.ts';

export type ShownCard = (
  | { status: 'reading' | 'none' | 'void' }
  /** It is there, and cannot be shown as it is. */
  | { status: 'frozen' | 'suspended' | 'unusable' }
  | { status: 'live'; level: Level; since?: number; until?: number; cardLost?: boolean }
) & {
  /** How far the status can be relied on. */
  from: 'checking' | 'bff' | 'storage' | 'signed-out';
  problem?: HolderProblem;
};

/** What the card shows of a credential as the BFF tells of it. */
export function shownCard(credential: OwnCredential) {
  const { state } = credential;
  if (state === 'none' || state === 'void') return { status: state };
  if (state === 'frozen' || state === 'suspended' || state === 'unusable') return { status: state };
  const { level, since, endsAt } = credential;
  return {
    status: 'live' as const,
    level,
    ...(since !== undefined && { since }),
    ...(endsAt !== undefined && { until: endsAt }),
    cardLost: state === 'card-reported-lost',
  };
}
