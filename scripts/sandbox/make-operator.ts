import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openSqlite } from '../../bff/src/adapters/sqlite/open-sqlite.ts';
import { issueToken } from '../../bff/src/operator/issue-token.ts';
import { asId, newId } from '../../shared/ids.ts';
import { keepOperatorToken, type OperatorToken } from '../program/operator-token.ts';
import type { Sandbox } from './sandbox.ts';

const name = 'Sandbox';
const random = (length: number) => new Uint8Array(randomBytes(length));
const migrations = fileURLToPath(new URL('../../bff/migrations', import.meta.url));

/**
 * Makes the sandbox's own operator, who has no passkey, and a fresh token for the command, in the data folder. A BFF in production takes
 * no such token.
 */
export async function makeOperator(sandbox: Sandbox, bffUrl: string): Promise<OperatorToken> {
  const now = () => Date.now();
  const db = await openSqlite(join(sandbox.folder, sandbox.database), { migrations });
  try {
    const [known] = await db.read(
      'select id from operators where name = :name and not exists (select 1 from passkeys where operator_id = operators.id)',
      { name },
    );
    const operatorId = known === undefined ? newId('opr', random) : asId('opr', String(known.id));
    const issued = issueToken({ now, random }, operatorId, {
      ...{ kind: 'sandbox', label: name, verifiedAt: now() },
    });
    const written = await db.write([
      {
        sql: 'insert into operators (id, name, since) values (:operatorId, :name, :now) on conflict (id) do nothing',
        params: { operatorId, name, now: now() },
      },
      { sql: `delete from operator_tokens where kind = 'sandbox'`, params: {} },
      issued.kept,
    ]);
    if (!written.done) throw new Error('the operator of the sandbox was not made');
    const kept = { bffUrl, token: issued.token, expiresAt: issued.signedIn.expiresAt };
    keepOperatorToken(sandbox.folder, kept);
    return kept;
  } finally {
    await db.close();
  }
}
