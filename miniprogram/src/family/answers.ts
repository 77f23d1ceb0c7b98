import type { DelegationList } from '../../../shared/contract/family/on-phone.ts';
import type { DelegationView } from '../../../shared/contract/family/terms.ts';
import type { HolderView } from '../../../shared/contract/holder-view.ts';
import type { OwnData } from '../../../shared/contract/protect/export.ts';
import { delegationStates, relations, wardAsks, wardForms } from '../../../shared/family.ts';
import { idPattern } from '../../../shared/ids.ts';
import { sceneNames } from '../../../shared/scenes.ts';
import { isHolderView } from '../holder/answers.ts';
import { type Guard, list, moment, oneOf, record, text, whole } from '../holder/guards.ts';

const terms = {
  delegationId: text(new RegExp(idPattern.del)),
  relation: oneOf(relations),
  form: oneOf(wardForms),
  scenes: list(oneOf(sceneNames), 1),
  endsAt: moment,
  asks: oneOf(wardAsks),
};

export const isDelegation: Guard<DelegationView> = record(
  { ...terms, state: oneOf(delegationStates) },
  { renewable: oneOf(wardForms), tellsFrom: moment },
);

/** As it is written down at the service. */
export const isOwnDelegation: Guard<OwnData['family'][number]> = record(
  { ...terms, state: oneOf(['active', 'ended']) },
  { tellsFrom: moment },
);

export const isDelegationList: Guard<DelegationList> = record({
  delegations: list(isDelegation),
  most: whole(1),
});

export const isDone: Guard<object> = record({});
export const isCodeGiven: Guard<{ expiresAt: number }> = record({ expiresAt: moment });
export const isWardRequests: Guard<{ sessions: HolderView[] }> = record({ sessions: list(isHolderView) });
