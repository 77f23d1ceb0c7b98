import type { SymbolName } from '../../../shared/ui/symbols.ts';
import type { Phase } from './check.ts';

/** The sign beside the words of each phase: nobody has to tell it by its colour. */
export const signs = {
  open: 'scan',
  'more-time': 'attention',
  claimed: 'person',
  word: 'speak',
  again: 'attention',
  taken: 'information',
  passed: 'tick',
  failed: 'cross',
  declined: 'person',
  staffed: 'person',
  cancelled: 'information',
  expired: 'information',
  aborted: 'information',
  ready: 'onward',
} as const satisfies Record<Phase, SymbolName>;
