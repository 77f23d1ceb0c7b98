import { createHmac } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { limits } from '../../../../shared/limits.ts';
import { Problem } from '../../../../shared/problem.ts';
import { noteReplayed } from '../../ports/current-call.ts';
import type { Ports } from '../../ports/ports.ts';
import { pathOf } from '../route-label.ts';
import { idempotencyKeyOf } from './idempotency-key.ts';
import { openAnswer, sealAnswer } from './sealed-answer.ts';

type Needed = Pick<Ports, 'db' | 'now' | 'random' | 'settings'>;

/**
 * Has a creation made once for each key of a caller, in whichever process, and gives its answer again for `limits.idempotencyMemory`. What was
 * asked is kept as a keyed hash, what was answered sealed by a secret of the server's and the caller's key together. What was refused made
 * nothing, and may be asked again. A process that dies in the middle leaves the key taken for `limits.idempotencyRunning`.
 * @throws Problem idempotency-key-busy while the first is still running, idempotency-key-reused where it asked for something else,
 * idempotency-key-missing where the key has no form of one
 */
export async function answerOnce(
  ports: Needed,
  principal: string,
  request: FastifyRequest,
  make: () => Promise<unknown>,
): Promise<unknown> {
  const { key, bodyHash } = idempotencyKeyOf(request, pathOf(request.url));
  const scope = `operator ${principal} ${request.routeOptions.url}`;
  const keyed = (label: string, text: string) =>
    createHmac('sha256', ports.settings.holderPepper).update(`idempotency ${label}|${text}`);
  const call = keyed('call', `${scope}|${key}`).digest('base64url');
  const asked = keyed('asked', bodyHash).digest('base64url');
  const seal = keyed('answer', `${scope}|${key}`).digest();

  if (!(await begin(ports, call, asked))) {
    const made = await earlier(ports, call, asked);
    noteReplayed();
    return openAnswer(made, seal);
  }
  const own = { call, asked };
  try {
    const answer = await make();
    const kept = `update idempotency set made = :made, expires_at = :until where call = :call and asked = :asked`;
    const until = ports.now() + limits.idempotencyMemory;
    await ports.db.write([
      { sql: kept, params: { ...own, until, made: sealAnswer(answer, seal, ports.random) } },
    ]);
    return answer;
  } catch (fault) {
    const gone = `delete from idempotency where call = :call and asked = :asked and made = ''`;
    await ports.db.write([{ sql: gone, params: own }]);
    throw fault;
  }
}

/** Takes the key, where nobody has it or who had it is past its time; answers whether it did. */
async function begin({ db, now }: Needed, call: string, asked: string): Promise<boolean> {
  const sql = `insert into idempotency (call, asked, session_id, made, expires_at) values (:call, :asked, '', '', :until)
    on conflict (call) do update set asked = :asked, made = '', expires_at = :until
      where idempotency.expires_at <= :now returning call`;
  const params = { call, asked, now: now(), until: now() + limits.idempotencyRunning };
  return (await db.write([{ sql, params, rows: 1 }])).done;
}

/** What was kept of the answer. */
async function earlier({ db }: Needed, call: string, asked: string): Promise<string> {
  const [row] = await db.read('select asked, made from idempotency where call = :call', { call });
  if (row !== undefined && row.asked !== asked) throw new Problem('idempotency-key-reused');
  if (row === undefined || row.made === '') throw new Problem('idempotency-key-busy', { retryAfter: 1 });
  return String(row.made);
}
