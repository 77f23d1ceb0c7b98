import { join } from 'node:path';
import { readSqlite } from '../../../bff/src/adapters/sqlite/read-sqlite.ts';
import { verifyChains } from '../../../bff/src/audit/verify-chains.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';

/** The audit events of a session, in no order: each as `event` or, where it says how, `event outcome`. */
export async function eventsOf(sandbox: Sandbox, sessionId: string): Promise<string[]> {
  const db = readSqlite(databaseOf(sandbox));
  const rows = await db.read('select entry from audit where entry like :session', {
    session: `%${sessionId}%`,
  });
  await db.close();
  return rows.map(({ entry }) => {
    const { event, outcome, state }: Record<string, string> = JSON.parse(String(entry));
    return [event, outcome ?? state].filter((word) => word !== undefined).join(' ');
  });
}

/** Whether every hash chain is whole; where not, the finding tells the place. */
export async function chainsOf(sandbox: Sandbox): Promise<'whole' | object> {
  const db = readSqlite(databaseOf(sandbox));
  const finding = await verifyChains(db);
  await db.close();
  return 'broken' in finding ? finding : 'whole';
}

/** The states of all sessions at counters, by session id. */
export async function statesIn(sandbox: Sandbox): Promise<Map<string, string>> {
  const db = readSqlite(databaseOf(sandbox));
  const rows = await db.read('select id, state from sessions where counter_id is not null', {});
  await db.close();
  return new Map(rows.map(({ id, state }) => [String(id), String(state)]));
}

export function databaseOf({ folder, database }: Sandbox): string {
  return join(folder, database);
}
