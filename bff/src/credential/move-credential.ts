import { toldMoves } from '../../../shared/contract/authority/move-credential.ts';
import {
  type CredentialMove,
  credentialMoves,
  landing,
  mayMove,
  type ProtectAct,
} from '../../../shared/credentials.ts';
import type { HolderId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import type { NoticeKind } from '../../../shared/notices.ts';
import { tellDevices } from '../notice/tell-devices.ts';
import { queueMessage } from '../outbox/queue-message.ts';
import type { Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';
import type { Credential } from './credential.ts';
import { forgetReminders } from './forget-reminders.ts';

/**
 * The moves that are one write of their own; a takeover and a move to another phone write more (`login`, `move`), and what weakens is
 * written with its pass (`protect`).
 */
export type OwnMove = Exclude<CredentialMove, 'take-over' | 'bring-along' | ProtectAct>;

const noticeOf: Readonly<Record<OwnMove, NoticeKind>> = {
  freeze: 'frozen',
  'report-phone': 'phone-reported-lost',
  'report-card': 'card-reported-lost',
  dispute: 'disputed',
  erase: 'erased',
  'end-card-report': 'card-report-ended',
  lapse: 'void',
  expire: 'void',
  suspend: 'suspended',
  supersede: 'void',
  release: 'released',
};

/**
 * The statements of one move, all or nothing: the credential from the state that it was read in to the next (`rows: 1`, the first of them),
 * the message to the authority, and the notice to every phone. Whoever writes them audits the move (`credential-moved`) and wakes the
 * phones (`wakeHolder`).
 * @throws Error where the table has no such move from there: it is for the caller to have asked
 */
export function moveCredential(
  ports: Pick<Ports, 'now' | 'random'>,
  holderId: HolderId,
  credential: Credential,
  move: OwnMove,
): Statement[] {
  const { state, handle } = credential;
  if (!mayMove(state, move)) throw new Error(`no ${move} from ${state}`);
  const now = ports.now();
  const entry = credentialMoves[move];
  const to = landing(state, move, credential.cardReportEnds !== undefined);
  const ends = cardReportAfter(credential, move, now);
  const strictFrom = to === 'suspended' || to === 'void' ? undefined : credential.strictFrom;
  const movable = to === 'unusable' ? credential.movable : undefined;
  const told = toldMoves.find((each) => each === move);
  return [
    {
      sql: `update credentials set state = :to, reason = :reason, since = :from, card_report_ends = :ends, strict_from = :strictFrom,
          movable_from = :movableFrom, movable_until = :movableUntil, due_at = :dueAt
        where holder_id = :holderId and handle = :handle and since = :since and state in (:state, :stored) returning handle`,
      params: {
        ...{ holderId, handle, to, reason: 'reason' in entry ? entry.reason : null },
        ...{ ends: ends ?? null, strictFrom: strictFrom ?? null },
        ...{ movableFrom: movable?.from ?? null, movableUntil: movable?.until ?? null },
        dueAt: movable?.until ?? earliest([ends, strictFrom]) ?? null,
        ...{
          state,
          stored: storedAs(credential),
          since: credential.since,
          from: to === state ? credential.since : now,
        },
      },
      rows: 1,
    },
    ...(to === 'void' ? forgetReminders(holderId) : []),
    ...(told === undefined
      ? []
      : [queueMessage(ports, { kind: 'move-credential', handle, move: told, at: now })]),
    ...(strictFrom === undefined && credential.strictFrom !== undefined
      ? [tellDevices(ports, holderId, { kind: 'strict-stopped' })]
      : []),
    tellDevices(ports, holderId, {
      kind: noticeOf[move],
      ...(move === 'report-card' && ends !== undefined && { until: ends }),
    }),
  ];
}

/** What has ended by the clock may not have been written down yet. */
function storedAs({ state }: Credential): string {
  if (state === 'active') return 'card-reported-lost';
  return state === 'void' ? 'unusable' : state;
}

function cardReportAfter({ cardReportEnds }: Credential, move: OwnMove, now: number): number | undefined {
  if (move === 'report-card') return now + limits.cardReportLasts;
  if (move === 'end-card-report') return undefined;
  return credentialMoves[move].to === 'void' ? undefined : cardReportEnds;
}

function earliest(moments: readonly (number | undefined)[]): number | undefined {
  const due = moments.filter((moment) => moment !== undefined);
  return due.length === 0 ? undefined : Math.min(...due);
}
