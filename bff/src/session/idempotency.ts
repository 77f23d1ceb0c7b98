import { createHmac } from 'node:crypto';
import { Problem } from '../../../shared/problem.ts';
import type { IdempotencyKey } from '../ports/callers.ts';
import { noteReplayed } from '../ports/current-call.ts';
import type { Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';

/**
 * What a creating call made: a session, or in it the challenge `made`; outside of a session, whose id is empty then, whatever `made` is the
 * id of. Its answer is not kept, but made again from these.
 */
export interface EarlierCall {
  sessionId: string;
  /** Empty where the call made the session itself. */
  made: string;
}

/**
 * The statement that remembers a creating call. Written together with what the call creates, it fails as `duplicate` on a known key.
 * Who called and with which key stands there as a keyed hash only.
 * @param scope whose keys these are: the same key in another scope is another one
 * @param until when it is forgotten at the latest, epoch milliseconds
 */
export function rememberCall(
  ports: Pick<Ports, 'settings'>,
  scope: string,
  idempotencyKey: IdempotencyKey,
  { sessionId, made }: EarlierCall,
  until: number,
): Statement {
  return {
    sql: `insert into idempotency (call, asked, session_id, made, expires_at)
      values (:call, :asked, :sessionId, :made, :expiresAt)`,
    params: {
      ...hashesOf(ports, scope, idempotencyKey),
      ...{ sessionId, made, expiresAt: until },
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
  noteReplayed();
  return { sessionId: String(row.session_id), made: String(row.made) };
}

/**
 * The statement that forgets the calls that made a session or something in it: all of them, or those of the phone in a check, which made
 * something in what a counter had opened.
 */
export function forgetCalls(sessionId: string, whose: 'all' | 'phone'): Statement {
  const only = whose === 'phone' ? ` and made <> ''` : '';
  return { sql: `delete from idempotency where session_id = :sessionId${only}`, params: { sessionId } };
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
