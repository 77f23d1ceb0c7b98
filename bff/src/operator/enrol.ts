import type { CreatedPasskey } from '../../../shared/contract/operator/passkey.ts';
import type { OperatorSession } from '../../../shared/contract/operator/sign-in.ts';
import { asId, type OperatorId } from '../../../shared/ids.ts';
import { Problem } from '../../../shared/problem.ts';
import type { Visiting } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { networkOf } from '../quota/network-of.ts';
import { take } from '../quota/take.ts';
import { secretHash } from '../secrets/secrets.ts';
import { beginPasskey, checkNewPasskey } from './check-new-passkey.ts';
import { issueToken } from './issue-token.ts';
import { readSession } from './read-session.ts';

interface Invited {
  hash: string;
  operatorId: OperatorId;
  name: string;
  invitedBy: string | null;
}

/** Somebody opened a link: asks for the passkey that is to be theirs. @throws Problem invite-over */
export async function beginEnrolment(
  ports: Ports,
  { invite }: { invite: string },
  { source }: Visiting,
): Promise<{ name: string; ceremony: string; options: object }> {
  await take(ports, [{ quota: 'sign-ins-by-network', subject: networkOf(source) }]);
  const invited = await readInvite(ports, invite);
  const begun = await beginPasskey(ports, { purpose: 'enrol', about: invited.hash }, invited);
  return { name: invited.name, ...begun };
}

/**
 * Makes an operator of whoever has the link and a passkey that verified them. The link goes, and operator, passkey and session come, in
 * one write: of two who use it at once one has it.
 * @throws Problem invite-over, passkey-refused
 */
export async function enrol(
  ports: Ports,
  given: { invite: string; ceremony: string; passkeyName: string; passkey: CreatedPasskey },
  { source, keep }: Visiting,
): Promise<OperatorSession> {
  await take(ports, [{ quota: 'sign-ins-by-network', subject: networkOf(source) }]);
  const { hash, operatorId, name, invitedBy } = await readInvite(ports, given.invite);
  const passkey = await checkNewPasskey(ports, { purpose: 'enrol', about: hash }, { ...given, operatorId });
  const now = ports.now();
  const issued = issueToken(ports, operatorId, { kind: 'console', label: '', verifiedAt: now });
  const event = { event: 'operator-enrolled', by: 'operator', operatorId } as const;
  const written = await ports.audited(event, [
    {
      sql: `delete from operator_invites where hash = :hash and expires_at > :now
        and (invited_by is not null or not exists (select 1 from operators where revoked_at is null))
        returning hash`,
      params: { hash, now },
      rows: 1,
    },
    {
      sql: 'insert into operators (id, name, since, invited_by) values (:operatorId, :name, :now, :invitedBy)',
      params: { operatorId, name, now, invitedBy },
    },
    passkey,
    issued.kept,
  ]);
  if (!written.done) throw new Problem(written.why === 'lost' ? 'invite-over' : 'passkey-refused');
  keep(issued.token);
  return readSession(ports, issued.signedIn);
}

/** One answer for what was used, is late or never was. */
async function readInvite({ db, now }: Ports, invite: string): Promise<Invited> {
  const hash = secretHash(invite);
  const [row] = await db.read(
    'select operator_id, name, invited_by from operator_invites where hash = :hash and expires_at > :now',
    { hash, now: now() },
  );
  if (row === undefined) throw new Problem('invite-over');
  return {
    ...{ hash, operatorId: asId('opr', String(row.operator_id)), name: String(row.name) },
    invitedBy: row.invited_by === null ? null : String(row.invited_by),
  };
}
