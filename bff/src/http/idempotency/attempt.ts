import * as limits from '../../../../shared/limits.ts';
import { Problem } from '../../../../shared/problem.ts';
import type { Statement } from '../../ports/db.ts';
import type { Ports } from '../../ports/ports.ts';

/**
 * One attempt to make something under a key. `until` tells it from another one, that took the key after its time; `mark` stands in the place
 * of the answer from the write that makes the thing on, and is none.
 */
export interface Attempt {
  call: string;
  asked: string;
  until: number;
  mark: string;
}

const form = /^\*([0-9]+)$/;
const own = `call = :call and asked = :asked and (made = :mark or made = '' and expires_at = :until)`;

/** Takes the key, where nobody has it or who had it is past its time. */
export async function beginAttempt(
  { db, now }: Ports,
  { call, asked }: Pick<Attempt, 'call' | 'asked'>,
): Promise<Attempt | undefined> {
  const until = now() + limits.idempotencyRunning;
  const sql = `insert into idempotency (call, asked, session_id, made, expires_at) values (:call, :asked, '', '', :until)
    on conflict (call) do update set asked = :asked, made = '', expires_at = :until
      where idempotency.expires_at <= :now returning call`;
  const { done } = await db.write([{ sql, params: { call, asked, now: now(), until }, rows: 1 }]);
  return done ? { call, asked, until, mark: `*${until}` } : undefined;
}

/**
 * The ports by which an attempt makes what it makes: each write with its entry of the audit chain marks the key too, all or nothing. So a
 * crash leaves no thing without its mark, and who lost the key meanwhile makes nothing: what `audited` throws then is Problem
 * idempotency-key-busy.
 */
export function portsOfAttempt(ports: Ports, attempt: Attempt): Ports {
  return {
    ...ports,
    async audited(event, statements, options) {
      const written = await ports.audited(
        event,
        [...statements, keep(ports, attempt, attempt.mark)],
        options,
      );
      if (written.done) return { ...written, rows: written.rows.slice(0, statements.length) };
      const [row] = await ports.db.read(`select 1 as one from idempotency where ${own}`, { ...attempt });
      if (row === undefined) throw new Problem('idempotency-key-busy', { retryAfter: 1 });
      return written;
    },
  };
}

/** Keeps what was answered, sealed. Where that cannot be written the key stays marked: nothing is made by it again. */
export async function keepAnswer(ports: Ports, attempt: Attempt, sealed: string): Promise<void> {
  try {
    const { done } = await ports.db.write([keep(ports, attempt, sealed)]);
    if (!done) ports.warn('answer-not-kept', {});
  } catch (fault) {
    if (!(fault instanceof Error)) throw fault;
    ports.warn('answer-not-kept', { why: fault.message });
  }
}

/** Frees the key, unless something was made by it. */
export async function giveUp({ db }: Ports, { call, asked, until }: Attempt): Promise<void> {
  const sql = `delete from idempotency where call = :call and asked = :asked and made = '' and expires_at = :until`;
  await db.write([{ sql, params: { call, asked, until } }]);
}

/**
 * What was kept of the answer of an earlier attempt.
 * @throws Problem idempotency-key-reused, idempotency-key-busy, idempotency-answer-lost
 */
export async function earlierAnswer(
  { db, now }: Ports,
  { call, asked }: Pick<Attempt, 'call' | 'asked'>,
): Promise<string> {
  const [row] = await db.read('select asked, made from idempotency where call = :call', { call });
  if (row !== undefined && row.asked !== asked) throw new Problem('idempotency-key-reused');
  const made = String(row?.made ?? '');
  const until = Number(form.exec(made)?.[1] ?? 0);
  if (made === '' || until > now()) throw new Problem('idempotency-key-busy', { retryAfter: 1 });
  if (until > 0) throw new Problem('idempotency-answer-lost');
  return made;
}

function keep({ now }: Ports, { call, asked, until, mark }: Attempt, made: string): Statement {
  return {
    sql: `update idempotency set made = :made, expires_at = :kept where ${own} returning call`,
    params: { ...{ call, asked, until, mark, made }, kept: now() + limits.idempotencyMemory },
    rows: 1,
  };
}
