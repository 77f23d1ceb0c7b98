import { ceremonies } from '../../../shared/ceremonies.ts';
import { credentialMoves, type ProtectAct } from '../../../shared/credentials.ts';
import type { CredentialHandle, HolderId } from '../../../shared/ids.ts';
import type { NoticeKind } from '../../../shared/notices.ts';
import { stillLiveDevice } from '../credential/credential.ts';
import { tellDevices } from '../notice/tell-devices.ts';
import { queueMoveWhile } from '../outbox/queue-message.ts';
import type { Ceremony } from '../ports/ceremony.ts';
import type { Statement } from '../ports/db.ts';

const notices: Readonly<Record<ProtectAct, NoticeKind>> = {
  unfreeze: 'unfrozen',
  'withdraw-card-report': 'card-report-withdrawn',
};

/** What the authority is told again where its pass is not stored here: what was weakened there is as strong as before. */
const undoes = { unfreeze: 'freeze', 'withdraw-card-report': 'report-card' } as const;

/**
 * What weakens a credential, by the face of its holder. The pass counts only while the phone is the live one and the credential is in the
 * state that it was in: whatever was reported meanwhile stays.
 */
export const protect: Ceremony = {
  rules: ceremonies.protect,
  onPass(sources, { holderId, deviceThumbprint, credential, act }) {
    if (act === undefined || credential === undefined) throw new Error('a protection of nothing');
    const [from] = credentialMoves[act].from;
    return {
      withPass: [
        stillLiveDevice(holderId, deviceThumbprint),
        weaken(holderId, credential, act, sources.now()),
        tellDevices(sources, holderId, { kind: notices[act] }),
      ],
      unstored: [queueMoveWhile(sources, credential, from, { move: undoes[act], at: sources.now() })],
      audit: [{ event: 'credential-moved', by: 'holder', move: act }],
    };
  },
};

/** A card that is still reported lost stays so behind a freeze that ends. */
function weaken(holderId: HolderId, handle: CredentialHandle, act: ProtectAct, now: number): Statement {
  const guard = `where holder_id = :holderId and handle = :handle and state = :from returning handle`;
  const params = { holderId, handle, from: credentialMoves[act].from[0], now };
  const sql =
    act === 'unfreeze'
      ? `update credentials set since = :now,
          state = case when card_report_ends > :now then 'card-reported-lost' else 'active' end ${guard}`
      : `update credentials set since = :now, state = 'active', card_report_ends = null, due_at = strict_from ${guard}`;
  return { sql, params, rows: 1 };
}
