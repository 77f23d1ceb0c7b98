import { ceremonies } from '../../../shared/ceremonies.ts';
import { asId } from '../../../shared/ids.ts';
import { stillIn } from '../credential/credential.ts';
import { stillDelegated } from '../credential/delegation.ts';
import { delegationTimes } from '../credential/delegation-due.ts';
import { delegationEnded } from '../credential/delegation-ended.ts';
import { tellDevices } from '../notice/tell-devices.ts';
import { queueEndUnlessKept } from '../outbox/queue-message.ts';
import type { Ceremony } from '../ports/ceremony.ts';

/**
 * A guardian is registered at an acceptance point. A pass stores the delegation with the end of the session, where the guardian's credential may
 * still be shown; where it may not the authority is told that it ended.
 */
export const family: Ceremony = {
  rules: ceremonies.family,
  onPass(sources, { holderId, credential, verdict }) {
    const { delegation, credential: wards } = verdict;
    if (credential === undefined || delegation === undefined || wards === undefined)
      throw new Error('a pass that brings no delegation');
    const { delegationId, relation, form, scenes, endsAt } = delegation;
    const now = sources.now();
    return {
      withPass: [
        stillIn(holderId, credential, ceremonies.family.shownIn, now),
        {
          sql: `insert into delegations (id, holder_id, credential, relation, form, scenes, asks, state, since, ends_at, due_at, purge_at)
            values (:delegationId, :holderId, :wards, :relation, :form, :scenes, 'each-time', 'active', :now, :endsAt, :dueAt, :purgeAt)`,
          params: {
            ...{ delegationId, holderId, wards, relation, form, now },
            ...{ scenes: JSON.stringify(scenes), ...delegationTimes(endsAt, now) },
          },
        },
        tellDevices(sources, holderId, { kind: 'delegation-made', until: endsAt }),
      ],
      unstored: [queueEndUnlessKept(sources, asId('del', delegationId))],
      audit: [{ event: 'delegation-made', by: 'authority' }],
    };
  },
};

/** A ward is checked at a terminal. A pass counts only while the guardian's credential may be shown and the delegation stands. */
export const ward: Ceremony = {
  rules: ceremonies.ward,
  onPass(sources, { holderId, credential, delegation }) {
    if (credential === undefined || delegation === undefined)
      throw new Error('a check of a ward that shows no credential');
    const now = sources.now();
    return {
      withPass: [
        stillIn(holderId, credential, ceremonies.ward.shownIn, now),
        stillDelegated(holderId, delegation, now),
      ],
      unstored: [],
      audit: [],
    };
  },
};

/** A ward has revoked at a desk: the authority says by what nobody answers for the ward any more. Whoever did is told by the clock. */
export const revoke: Ceremony = {
  rules: ceremonies.revoke,
  onPass() {
    throw new Error('a revocation that a phone shows');
  },
  onPassByCard(sources, { ended = [] }) {
    const now = sources.now();
    return {
      withPass: ended.flatMap((id) => delegationEnded(id, now)),
      unstored: [],
      audit: [],
    };
  },
};
