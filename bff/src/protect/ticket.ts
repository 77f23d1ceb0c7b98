import { disputeScope, type TicketAnswer } from '../../../shared/contract/protect/ticket.ts';
import type { NoticeKind } from '../../../shared/notices.ts';
import { Problem } from '../../../shared/problem.ts';
import { readTakeOver } from '../credential/take-overs.ts';
import { readNotices } from '../notice/read-notices.ts';
import type { DeviceCaller, SignToken } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';

/** What a phone is told as it loses its place: it is told nothing of before. */
const replaced: readonly NoticeKind[] = ['phone-replaced', 'phone-replaced-unsecured'];

/**
 * A phone that lost its place within ten days, known by its device key: a token bound to that key which can dispute and nothing else, and
 * what became of the credential since.
 * @throws Problem ticket-over
 */
export async function ticket(
  ports: Ports,
  { deviceThumbprint }: DeviceCaller,
  sign: SignToken,
): Promise<TicketAnswer> {
  const takeOver = await readTakeOver(ports, deviceThumbprint);
  if (takeOver === undefined) throw new Problem('ticket-over');
  const { holderId, at, endsAt, disputed } = takeOver;
  const told = await readNotices(ports, deviceThumbprint, 0);
  return {
    ticket: sign({
      ...{ sub: holderId, scope: disputeScope, cnf: { jkt: deviceThumbprint } },
      ...{ iat: Math.floor(ports.now() / 1000), exp: Math.floor(endsAt / 1000) },
    }),
    ...{ lostAt: at, until: endsAt, disputed },
    notices: told.slice(
      Math.max(
        0,
        told.findLastIndex(({ kind }) => replaced.includes(kind)),
      ),
    ),
    serverTime: ports.now(),
  };
}
