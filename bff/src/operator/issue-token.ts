import type { TokenKind } from '../../../shared/contract/operator/sign-in.ts';
import type { OperatorId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import type { SignedIn } from '../ports/callers.ts';
import type { Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';
import { newSecret } from '../secrets/secrets.ts';

const lifetime: Record<TokenKind, number> = {
  console: limits.operatorSession,
  command: limits.commandToken,
  sandbox: limits.sandboxOperatorToken,
};

/**
 * Makes a token of an operator who was verified just now, and the statement that keeps its hash; that comes to nothing where they are
 * no operator any more. The token itself is in the answer alone.
 * @param verifiedAt when the operator was verified, epoch milliseconds
 */
export function issueToken(
  { now, random }: Pick<Ports, 'now' | 'random'>,
  operatorId: OperatorId,
  { kind, label, verifiedAt }: { kind: TokenKind; label: string; verifiedAt: number },
): { token: string; signedIn: SignedIn; kept: Statement } {
  const { secret, hash } = newSecret(random, 'lzo_');
  const since = now();
  const expiresAt = since + lifetime[kind];
  const idleAt = kind === 'console' ? since + limits.operatorIdle : undefined;
  const kept: Statement = {
    sql: `insert into operator_tokens
        (hash, operator_id, expires_at, kind, label, since, idle_at, verified_at)
      select :hash, id, :expiresAt, :kind, :label, :since, :idleAt, :verifiedAt
        from operators where id = :operatorId and revoked_at is null returning hash`,
    params: { hash, operatorId, expiresAt, kind, label, since, idleAt: idleAt ?? null, verifiedAt },
    rows: 1,
  };
  const verifiedUntil = verifiedAt + limits.verificationFresh;
  return {
    token: secret,
    kept,
    signedIn: { operatorId, token: hash, kind, expiresAt, idleAt, verifiedUntil },
  };
}
