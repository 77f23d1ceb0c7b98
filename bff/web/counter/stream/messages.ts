import type { CounterView } from '../../../../shared/contract/verify/08-result.ts';
import type { Line } from '../../desk/stream/after-ending.ts';

/** What the one that follows the stream says to the tabs of its counter. */
export type ToTabs =
  | { say: 'view'; view: CounterView; cursor: string }
  | { say: 'line'; line: Line }
  /** The line is alive. */
  | { say: 'alive' };

/** What a tab says to it. */
export type FromTab =
  /** It wants to know what is known so far. */
  | { say: 'join' }
  | { say: 'look'; cut: boolean }
  /** It is closed. */
  | { say: 'leave' };
