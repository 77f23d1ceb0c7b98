import type { DelegationStanding } from '../../../shared/contract/authority/family.ts';
import type { DelegationId } from '../../../shared/ids.ts';

/** The delegations of the authority, which alone says who answers for whom. */
export interface Delegations {
  /** How those of the ids stand that it knows. @throws Problem authority-unavailable */
  standing(ids: readonly DelegationId[]): Promise<DelegationStanding[]>;
  /** @throws Problem delegation-over, delegation-rests, renewal-early, guardian-word-refused, authority-unavailable */
  renew(id: DelegationId, word: string): Promise<DelegationStanding>;
  /** Twice is once. @throws Problem authority-unavailable */
  end(id: DelegationId): Promise<void>;
}
