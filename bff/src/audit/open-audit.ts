import { setTimeout as pause } from 'node:timers/promises';
import { encodeHex } from '../../../shared/bytes/hex.ts';
import type { Random } from '../../../shared/bytes/random.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import type { Audit, AuditEvent, AuditedWrite } from '../ports/audit.ts';
import type { Db, Statement, Written } from '../ports/db.ts';
import { canonicalText, chainHash, type Entry, writeHeads } from './entries.ts';
import { dropNamedHead, keepHead, readKeptHeads } from './heads.ts';

interface Queued {
  event: AuditEvent;
  at: number;
  /** Written with it, or neither is. */
  along?: { statements: readonly Statement[]; reserve: boolean };
  resolve: (written: Written) => void;
  reject: (reason: unknown) => void;
}

/**
 * Begins this process's own hash chain with `process-started`, which names the heads of all earlier chains, so that none can
 * be taken away unseen. Events of the same turn, and those that come while a write is under way, go into one write.
 *
 * Entries may use the room that is kept for ends, and wait where the database is busy or full. After a write that failed for
 * another reason, and after `process-stopped`, every call rejects: a chain has no gaps. `flush` waits until all that was handed in is
 * durable, and rejects when it is not.
 * `audited` writes an event together with statements, or neither: where they lose, or there is no room, the chain is as it was.
 */
export async function openAudit(options: {
  db: Db;
  now: () => number;
  random: Random;
}): Promise<{ audit: Audit; audited: AuditedWrite; flush(): Promise<void> }> {
  const { db, now, random } = options;
  const chain = encodeHex(random(16));
  let seq = 0;
  let previous = '';
  let queue: Queued[] = [];
  let writing: Promise<void> | undefined;
  let broken: Error | undefined;
  let stopped = false;
  let hurry: () => void = () => {};

  function enqueue(event: AuditEvent, along?: Queued['along']): Promise<Written> {
    if (broken !== undefined) return Promise.reject(broken);
    if (stopped) return Promise.reject(new Error('the audit chain has ended'));
    stopped = event.event === 'process-stopped';
    return new Promise((resolve, reject) => {
      queue.push({ event, at: now(), resolve, reject, ...(along && { along }) });
      writing ??= writeQueue();
      if (stopped || along !== undefined) hurry();
    });
  }

  const audit: Audit = async (event) => void (await enqueue(event));
  const audited: AuditedWrite = (event, statements, { reserve = false } = {}) =>
    enqueue(event, { statements, reserve });

  async function writeQueue(): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, limits.auditLinger);
      hurry = () => {
        clearTimeout(timer);
        resolve();
      };
      if (stopped) hurry();
    });
    while (queue.length > 0) {
      const group = nextGroup();
      try {
        const [first] = group;
        if (first?.along !== undefined) await writeAlong(first, first.along);
        else {
          const entries = group.map(appendEntry);
          const heads = [keepHead({ chain, seq, hash: previous }), ...named.splice(0).map(dropNamedHead)];
          await write([...entries, ...heads]);
          for (const { resolve } of group) resolve({ done: true, rows: [] });
        }
      } catch (cause) {
        broken = new Error('the audit chain is broken: an entry could not be written', { cause });
        for (const { reject } of [...group, ...queue]) reject(broken);
        queue = [];
      }
    }
    writing = undefined;
  }

  /** As many as go into one write: what is written with something else goes by itself. */
  function nextGroup(): Queued[] {
    const alone = queue.findIndex(({ along }) => along !== undefined);
    const most = alone < 0 ? limits.auditAtOnce : Math.min(limits.auditAtOnce, Math.max(alone, 1));
    const group = queue.slice(0, most);
    queue = queue.slice(most);
    return group;
  }

  /** Where nothing was written the chain is as it was before. */
  async function writeAlong(queued: Queued, { statements, reserve }: NonNullable<Queued['along']>) {
    const before = { seq, previous };
    const undo = () => {
      ({ seq, previous } = before);
    };
    const entry = appendEntry(queued);
    try {
      const head = keepHead({ chain, seq, hash: previous });
      const written = await db.write([...statements, entry, head], { reserve });
      if (!written.done) undo();
      queued.resolve(written);
    } catch (fault) {
      undo();
      queued.reject(fault);
    }
  }

  /** What finds no place at this moment is written later: nor does anything else then, so that nothing more is to be recorded. */
  async function write(statements: Statement[]): Promise<void> {
    for (;;) {
      try {
        const written = await db.write(statements, { reserve: true });
        if (!written.done) throw new Error(written.why);
        return;
      } catch (fault) {
        const passes =
          fault instanceof Problem && (fault.code === 'storage-busy' || fault.code === 'storage-full');
        if (stopped || !passes) throw fault;
        await pause(limits.auditPause);
      }
    }
  }

  function appendEntry({ event, at }: Queued): Statement {
    seq += 1;
    const entry: Entry = { chain, seq, at, previous, ...event };
    const text = canonicalText(entry);
    previous = chainHash(previous, text);
    return {
      sql: `insert into audit (chain, seq, at, entry, hash, operator_id)
        values (:chain, :seq, :at, :entry, :hash, :operatorId) returning seq`,
      params: { chain, seq, at, entry: text, hash: previous, operatorId: operatorIn(event) },
      rows: 1,
    };
  }

  const named = await readKeptHeads(db);
  const started = audit({ event: 'process-started', by: 'operator', previousHead: writeHeads(named) });
  hurry();
  await started;
  return {
    audit,
    audited,
    async flush() {
      hurry();
      await writing;
      if (broken !== undefined) throw broken;
    },
  };
}

/** Who brought it about, for the operators' log: empty for the command before there was an operator, null for all others. */
function operatorIn(event: AuditEvent): string | null {
  if ('operatorId' in event) return event.operatorId ?? '';
  return event.by === 'command' ? '' : null;
}
