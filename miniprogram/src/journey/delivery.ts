import type { SealedKind } from '../../../shared/challenge.ts';
import type { HolderProblem } from '../holder/holder-problem.ts';

/** One sealed sample; the envelope is kept until it has arrived, so that nothing is captured twice. */
export type Delivery =
  | { state: 'sealing'; done: Promise<void> }
  | { state: 'going'; envelope: Uint8Array; done: Promise<void> }
  | { state: 'arrived'; kind: SealedKind }
  | { state: 'stuck'; envelope?: Uint8Array; problem: HolderProblem };
