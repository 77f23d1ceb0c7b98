import { randomBytes } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { newId } from '../../shared/ids.ts';
import { issueToken } from './operator/issue-token.ts';

/** An operator with a token, written into the database of a BFF that runs: answers how that operator asks it. */
export function openOperator(database: string, url: () => string) {
  const random = (length: number) => new Uint8Array(randomBytes(length));
  const operatorId = newId('opr', random);
  const { token, kept } = issueToken({ now: Date.now, random }, operatorId, {
    ...{ kind: 'command', label: 'test', verifiedAt: Date.now() },
  });
  const db = new DatabaseSync(database, { timeout: 5000 });
  db.prepare('insert into operators (id, name, since) values (?, ?, ?)').run(operatorId, 'Lin', Date.now());
  db.prepare(kept.sql).all(kept.params);
  db.close();
  return async (method: string, path: string, body?: object) => {
    const answer = await fetch(`${url()}/operator/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: await answer.json() };
  };
}
