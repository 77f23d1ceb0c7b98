import { createHmac } from 'node:crypto';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { HolderId } from '../../../shared/ids.ts';
import type { Statement } from '../ports/db.ts';

/** The secure key of a phone that has just signed: which phone's, as a keyed hash, and its counter, which only rises. */
export interface SoterKey {
  cpu: string;
  counter: number;
}

/** What the secure part of a phone signs, by WeChat's documents: more than these may stand in it. */
const Signed = Compile(
  Type.Object({
    raw: Type.String({ maxLength: 512 }),
    counter: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
    cpu_id: Type.String({ minLength: 1, maxLength: 256 }),
  }),
);

/** What a signed text says; undefined where it is none of the form that is documented. */
export function readSigned(json: string): { raw: string; counter: number; cpuId: string } | undefined {
  try {
    const { raw, counter, cpu_id: cpuId } = Signed.Parse(JSON.parse(json));
    return { raw, counter, cpuId };
  } catch {
    return undefined;
  }
}

/** Stands for a phone's secure part: nobody who reads the database learns its number. */
export function cpuHash(pepper: Uint8Array, cpuId: string): string {
  return createHmac('sha256', pepper).update(`soter|${cpuId}`).digest('base64url');
}

/** The statement that raises the counter of a holder's key; gives no row where it does not rise. */
export function raiseCounter(holderId: HolderId, { cpu, counter }: SoterKey): Statement {
  return {
    sql: `insert into soter_keys (holder_id, cpu, counter) values (:holderId, :cpu, :counter)
      on conflict (holder_id, cpu) do update set counter = excluded.counter where soter_keys.counter < excluded.counter
      returning cpu`,
    params: { holderId, cpu, counter },
    rows: 1,
  };
}
