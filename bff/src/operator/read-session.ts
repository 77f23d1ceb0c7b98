import type { OperatorSession } from '../../../shared/contract/operator/sign-in.ts';
import type { SignedIn } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';

/** Who is signed in, and until when. */
export async function readSession(ports: Ports, signedIn: SignedIn): Promise<OperatorSession> {
  const { operatorId, kind, expiresAt, idleAt, verifiedUntil } = signedIn;
  const [row] = await ports.db.read('select name from operators where id = :operatorId', { operatorId });
  return {
    ...{ operatorId, name: String(row?.name), kind, expiresAt, verifiedUntil },
    ...(idleAt === undefined ? {} : { idleAt: Math.min(idleAt, expiresAt) }),
    serverTime: ports.now(),
  };
}
