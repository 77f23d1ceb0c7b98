import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { AuditEvent } from '../ports/audit.ts';

/** What is hashed of one event: its place in the chain, its time, the hash before it (empty for the first), and the event. */
export type Entry = AuditEvent & { chain: string; seq: number; at: number; previous: string };

/** One text for one entry (RFC 8785). @throws Error on half a surrogate pair, which no text can say */
export function canonicalText(entry: object): string {
  return canonicalize(entry) ?? '';
}

/** SHA-256 over the hash before it and the entry's text, in hex. */
export function chainHash(previous: string, text: string): string {
  return createHash('sha256').update(previous).update(text).digest('hex');
}

/** An entry pointed at from outside its chain. Written `chain:seq:hash`; lists are joined by commas. */
export interface Head {
  chain: string;
  seq: number;
  hash: string;
}

export function writeHeads(heads: readonly Head[]): string {
  return heads.map(({ chain, seq, hash }) => `${chain}:${seq}:${hash}`).join(',');
}

/** @throws RangeError on any text that `writeHeads` does not write */
export function readHeads(text: string): Head[] {
  if (text === '') return [];
  return text.split(',').map((head) => {
    const [, chain, seq, hash] = /^([0-9a-f]{32}):([1-9][0-9]{0,14}):([0-9a-f]{64})$/.exec(head) ?? [];
    if (chain === undefined || seq === undefined || hash === undefined)
      throw new RangeError('not a list of heads');
    return { chain, seq: Number(seq), hash };
  });
}
