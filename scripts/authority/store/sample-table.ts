import type { DatabaseSync } from 'node:sqlite';
import { type SampleKind, sampleKinds } from '../../../shared/challenge.ts';
import { text } from './columns.ts';

/** That a sample was accepted: the digest of its envelope and the answer that was given. */
export interface AcceptedSample {
  kind: SampleKind;
  digest: string;
  awaited: SampleKind[];
}

export interface SampleTable {
  of(challengeId: string): AcceptedSample[];
  add(challengeId: string, sample: AcceptedSample): void;
  /** Forgets that any were accepted: they are awaited again. */
  forget(challengeId: string): void;
}

export function sampleTable(db: DatabaseSync): SampleTable {
  const of = db.prepare('select * from samples where challenge_id = ?');
  const add = db.prepare('insert into samples (challenge_id, kind, digest, awaited) values (?, ?, ?, ?)');
  const forget = db.prepare('delete from samples where challenge_id = ?');
  return {
    of: (challengeId) =>
      of.all(challengeId).flatMap((row) =>
        kinds(text(row, 'kind')).map((kind) => ({
          kind,
          digest: text(row, 'digest'),
          awaited: kinds(text(row, 'awaited')),
        })),
      ),
    add: (challengeId, { kind, digest, awaited }) =>
      void add.run(challengeId, kind, digest, awaited.join(' ')),
    forget: (challengeId) => void forget.run(challengeId),
  };
}

function kinds(words: string): SampleKind[] {
  const listed = words.split(' ');
  return sampleKinds.filter((kind) => listed.includes(kind));
}
