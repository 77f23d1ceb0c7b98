import type { IncomingHttpHeaders } from 'node:http';
import { tokenKindOf } from '../../../../shared/contract/operator/sign-in.ts';
import { asId } from '../../../../shared/ids.ts';
import * as limits from '../../../../shared/limits.ts';
import { Problem } from '../../../../shared/problem.ts';
import type { SignedIn } from '../../ports/callers.ts';
import type { Ports } from '../../ports/ports.ts';
import { take } from '../../quota/take.ts';
import { secretHash } from '../../secrets/secrets.ts';
import { demandOwnPage, tokenInCookie } from './operator-cookie.ts';

const form = /^Bearer +(lzo_[A-Za-z0-9_-]{43})$/i;

/**
 * Tells which operator calls: the command by a token (RFC 6750), a browser by the cookie that holds one, from pages of the console
 * alone. The store knows the hash of a token only. Of an operator who is no longer one, or of another who was never one, it is worth
 * nothing; nor is that of a browser that nobody used for a while, or the token of a sandbox anywhere else.
 * @param isUse somebody asks, and not a page by itself: that keeps nobody signed in
 * @throws Problem token-missing, token-invalid, origin-refused, too-many-requests
 */
export async function authenticateOperator(
  ports: Ports,
  request: { method: string; headers: IncomingHttpHeaders },
  isUse: boolean,
): Promise<SignedIn> {
  const token = tokenOf(ports, request);
  const now = ports.now();
  const [row] = await ports.db.read(
    `select operators.id, kind, expires_at, idle_at, verified_at from operator_tokens
      join operators on operators.id = operator_tokens.operator_id
      where operator_tokens.hash = :token and expires_at > :now and (idle_at is null or idle_at > :now)
        and operators.revoked_at is null`,
    { token, now },
  );
  if (row === undefined) throw new Problem('token-invalid');
  const kind = tokenKindOf(row.kind);
  if (kind === 'sandbox' && !ports.settings.sandbox) throw new Problem('token-invalid');
  const operatorId = asId('opr', String(row.id));
  await take(ports, [{ quota: 'calls-by-operator', subject: operatorId }]);
  const expiresAt = Number(row.expires_at);
  return {
    ...{ operatorId, token, kind, expiresAt },
    idleAt:
      typeof row.idle_at !== 'number'
        ? undefined
        : isUse
          ? await moveIdle(ports, token, row.idle_at)
          : row.idle_at,
    verifiedUntil: kind === 'sandbox' ? expiresAt : Number(row.verified_at) + limits.verificationFresh,
  };
}

/** The hash of the token that came along. A header outweighs a cookie: it is there because somebody put it there. */
function tokenOf(
  { settings: { publicUrl } }: Ports,
  request: { method: string; headers: IncomingHttpHeaders },
): string {
  const { authorization, cookie } = request.headers;
  if (/^Bearer /i.test(authorization ?? '')) {
    const token = form.exec(authorization ?? '')?.[1];
    if (token === undefined) throw new Problem('token-invalid');
    return secretHash(token);
  }
  const kept = tokenInCookie(publicUrl, cookie);
  if (kept === undefined) throw new Problem('token-missing');
  demandOwnPage(publicUrl, request);
  return kept;
}

/** Somebody is there still. Where that cannot be written down, on a full disk say, the session ends a little earlier and nothing else. */
async function moveIdle({ db, now }: Ports, token: string, idleAt: number): Promise<number> {
  const next = now() + limits.operatorIdle;
  if (next - idleAt < limits.operatorTouch) return idleAt;
  const sql = 'update operator_tokens set idle_at = :next where hash = :token';
  return db.write([{ sql, params: { next, token } }], { flush: false }).then(
    () => next,
    (fault: unknown) => {
      if (fault instanceof Problem) return idleAt;
      throw fault;
    },
  );
}
