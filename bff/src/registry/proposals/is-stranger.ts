/** Each operator with all who let them in, from themselves up to whom nobody did. */
const line = `line (below, above) as (select id, id from operators
  union select line.below, o.invited_by from line join operators o on o.id = line.above where o.invited_by is not null)`;
const letsIn = (above: string, below: string) =>
  `exists (select 1 from line where above = ${above}.id and below = ${below}.id)`;
/** An operator for a day before the proposal, in which everybody could see the newcomer. Whom nobody let in, the first, was always there. */
const wasSeen = (who: string) => `${who}.since <= proposals.proposed_at
  and (${who}.invited_by is null or ${who}.since + :rest <= proposals.proposed_at)`;

/**
 * Whether `:operatorId` may approve a row of `proposals`, in SQL. One stolen console makes no second operator to agree with, over however
 * many others: who approves was let in neither by who proposed nor by anybody whom those let in, and so on; nor let the proposer in so. The
 * second holds wherever a third operator stands outside that line, who then is the one to approve: of two alone, the one who was let in
 * proposes and the other approves. Who could have approved and was revoked within the day before counts as standing there, so that
 * nobody revokes them to be alone. `:rest` is that day, in milliseconds.
 */
export const isStranger = `exists (with recursive ${line}
  select 1 from operators a join operators b on b.id = proposals.proposed_by
    where a.id = :operatorId and ${wasSeen('a')} and ${wasSeen('b')} and not ${letsIn('b', 'a')}
      and (not ${letsIn('a', 'b')} or not exists (select 1 from operators c
        where ${wasSeen('c')} and not ${letsIn('b', 'c')} and not ${letsIn('c', 'b')}
          and (c.revoked_at + :rest > proposals.proposed_at
            or c.revoked_at is null and exists (select 1 from passkeys where operator_id = c.id)))))`;
