import { ceremonies } from '../../../shared/ceremonies.ts';
import type { CredentialHandle, HolderId } from '../../../shared/ids.ts';
import { endWithCard, reviewBegins, setLevel, stillIn } from '../credential/credential.ts';
import { tellDevices } from '../notice/tell-devices.ts';
import { queueMoveWhile } from '../outbox/queue-message.ts';
import type { Ceremony } from '../ports/ceremony.ts';
import type { Statement } from '../ports/db.ts';

/**
 * A raise at an acceptance point. A pass makes the credential that was shown strict, in the write that ends the session, if it is still the
 * holder's, and usable or frozen: a takeover, a new application, a freeze or a report of the card in flight makes it a fail. One that was
 * frozen before is usable again. Every phone of the holder hears of it, also of what comes of a review (`levelHere`).
 */
export const raise: Ceremony = {
  rules: ceremonies.raise,
  onReview: ({ now }, credential) => [reviewBegins(credential, now())],
  onPass(sources, { holderId, credential, verdict, openedAt }) {
    if (credential === undefined) throw new Error('a raise that shows no credential');
    const now = sources.now();
    return {
      withPass: [
        stillIn(holderId, credential, ceremonies.raise.shownIn, now),
        mayThaw(holderId, credential, openedAt, now),
        tellDevices(sources, holderId, { kind: 'unfrozen', only: { handle: credential, state: 'frozen' } }),
        thaw(holderId, credential, now),
        setLevel(holderId, credential, verdict.level),
        endWithCard(holderId, credential, verdict.endsAt, now),
        tellDevices(sources, holderId, { kind: 'raised' }),
      ],
      // The authority has unfrozen it.
      unstored: [queueMoveWhile(sources, credential, 'frozen', { move: 'freeze', at: now })],
      audit: [{ event: 'credential-raised', by: 'authority', level: verdict.level }],
    };
  },
};

/** Who freezes, or reports the card behind a freeze, while somebody stands at a desk means that desk. */
function mayThaw(holderId: HolderId, handle: CredentialHandle, openedAt: number, now: number): Statement {
  return {
    sql: `update credentials set handle = handle where holder_id = :holderId and handle = :handle
      and not (state = 'frozen' and (since > :openedAt or coalesce(card_report_ends, 0) > :now)) returning handle`,
    params: { holderId, handle, openedAt, now },
    rows: 1,
  };
}

function thaw(holderId: HolderId, handle: CredentialHandle, now: number): Statement {
  return {
    sql: `update credentials set since = :now, state = 'active'
      where holder_id = :holderId and handle = :handle and state = 'frozen'`,
    params: { holderId, handle, now },
  };
}
