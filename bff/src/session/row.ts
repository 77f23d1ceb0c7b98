import { limits } from '../../../shared/limits.ts';
import { isFinal, type Session } from '../../../shared/sessions.ts';
import type { Row, Statement } from '../ports/db.ts';

/** The statement that stores a new session. */
export function insertSession(session: Session): Statement {
  return {
    sql: `insert into sessions (id, state, version, counter_id, device, code_token, body, opened_at, deadline, purge_at)
      values (:id, :state, :version, :counter, :device, :token, :body, :openedAt, :deadline, :purgeAt)`,
    params: {
      ...columns(session),
      counter: session.request?.counterId ?? null,
      token: session.state === 'open' ? session.code.token : null,
      openedAt: session.openedAt,
    },
  };
}

/** The compare-and-set from one state of a session to the next; it gives one row, or none where somebody was quicker. */
export function updateSession(from: Session, to: Session): Statement {
  return {
    sql: `update sessions set state = :state, version = :version, device = :device, body = :body, deadline = :deadline, purge_at = :purgeAt
      where id = :id and state = :fromState and version = :fromVersion returning id`,
    params: { ...columns(to), fromState: from.state, fromVersion: from.version },
    rows: 1,
  };
}

/** Reads a session from the row that these statements wrote. */
export function sessionOf(row: Row): Session {
  const session: Session = JSON.parse(String(row.body));
  return session;
}

function columns(session: Session) {
  return {
    id: session.id,
    state: session.state,
    version: session.version,
    device: deviceOf(session) ?? null,
    body: JSON.stringify(session),
    deadline: session.deadline,
    purgeAt: ('endedAt' in session ? session.endedAt : session.deadline) + limits.resultRetention,
  };
}

/** The thumbprint of the one phone that may read the session, while it is remembered. */
export function deviceOf(session: Session): string | undefined {
  if (isFinal(session.state)) return 'readableBy' in session ? session.readableBy : undefined;
  return 'claim' in session ? session.claim.deviceThumbprint : undefined;
}
