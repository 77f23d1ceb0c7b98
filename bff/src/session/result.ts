import type { Statement } from '../ports/db.ts';
import type { DecidedCheck, Ports, SignedResult } from '../ports/ports.ts';
import { isForRp } from './ceremony-of.ts';
import type { InState, Session } from './session.ts';

type Decided = InState<'passed' | 'failed'>;

/**
 * What a change writes with the end that a verdict makes: the result token of the RP, signed once. Empty for every other change, and,
 * with a warning, where it cannot be signed: a decision is never lost for want of a token.
 */
export async function resultWith(ports: Ports, session: Session): Promise<Statement[]> {
  if ((session.state !== 'passed' && session.state !== 'failed') || !isForRp(ports, session)) return [];
  try {
    return [keep(session.id, await ports.signResult(told(session)))];
  } catch (fault) {
    const name = fault instanceof Error ? fault.name : 'unknown';
    ports.warn('result-unsigned', { sessionId: session.id, name });
    return [];
  }
}

/**
 * The one result token of a decided check, byte for byte the same whoever asks and whenever. Where none is kept yet it is signed now;
 * of several that sign at once the first keeps his.
 */
export async function resultOf(ports: Ports, session: Decided): Promise<string> {
  const kept = await readResult(ports, session.id);
  if (kept !== undefined) return kept;
  const signed = await ports.signResult(told(session));
  await ports.db.write([keep(session.id, signed)]);
  return (await readResult(ports, session.id)) ?? signed.token;
}

async function readResult(ports: Ports, id: string): Promise<string | undefined> {
  const [row] = await ports.db.read('select result from sessions where id = :id', { id });
  return typeof row?.result === 'string' ? row.result : undefined;
}

function keep(id: string, { token, kid }: SignedResult): Statement {
  return {
    sql: 'update sessions set result = :token, result_kid = :kid where id = :id and result is null',
    params: { id, token, kid },
  };
}

/** What the result token tells. */
function told({ id, state, asked, openedAt, endedAt, sandbox }: Decided): DecidedCheck {
  if (asked.by !== 'counter') throw new Error('a session that no counter asked for');
  const outcome = state === 'passed' ? 'pass' : 'fail';
  return { sessionId: id, ...asked.request, outcome, openedAt, decidedAt: endedAt, sandbox };
}
