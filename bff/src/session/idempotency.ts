import { createHmac } from 'node:crypto';
import { limits } from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import type { IdempotencyKey } from '../ports/callers.ts';
import type { Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';

/** What a creating call made: a session, or in it the challenge `made`. Its answer is not kept, but made again from these. */
export interface EarlierCall {
  sessionId: string;
  /** Empty where the call made the session itself. */
  made: string;
}

/**
 * The statement that remembers a creating call. Written together with what the call creates, it fails as `duplicate` on a known key.
 * Who called and with which key stands there as a keyed hash only.
 * It is forgotten with the phone that took part, or where none did, as long after the deadline that the session has then.
 * @param scope whose keys these are: the same key in another scope is another one
 */
export function rememberCall(
  ports: Pick<Ports, 'settings'>,
  scope: string,
  idempotencyKey: IdempotencyKey,
  { sessionId, made }: EarlierCall,
  deadline: number,
): Statement {
  return {
    sql: `insert into idempotency (call, asked, session_id, made, expires_at)
      values (:call, :asked, :sessionId, :made, :expiresAt)`,
    params: {
      ...hashesOf(ports, scope, idempotencyKey),
      ...{ sessionId, made, expiresAt: deadline + limits.claimMemory },
    },
  };
}

/**
 * What an earlier call with this key made, if there was one.
 * @throws Problem idempotency-key-reused where that call asked for something else
 */
export async function earlierCall(
  ports: Ports,
  scope: string,
  idempotencyKey: IdempotencyKey,
): Promise<EarlierCall | undefined> {
  const { call, asked } = hashesOf(ports, scope, idempotencyKey);
  const [row] = await ports.db.read('select asked, session_id, made from idempotency where call = :call', {
    call,
  });
  if (row === undefined) return undefined;
  if (row.asked !== asked) throw new Problem('idempotency-key-reused');
  return { sessionId: String(row.session_id), made: String(row.made) };
}

/** The statement that forgets all calls that made a session or something in it. */
export function forgetCalls(sessionId: string): Statement {
  return { sql: 'delete from idempotency where session_id = :sessionId', params: { sessionId } };
}

function hashesOf(
  { settings }: Pick<Ports, 'settings'>,
  scope: string,
  { key, bodyHash }: IdempotencyKey,
): { call: string; asked: string } {
  const keyed = (label: string, text: string) =>
    createHmac('sha256', settings.holderPepper).update(`idempotency ${label}|${text}`).digest('base64url');
  return { call: keyed('call', `${scope}|${key}`), asked: keyed('asked', bodyHash) };
}
