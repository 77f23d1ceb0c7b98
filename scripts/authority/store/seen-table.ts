import type { DatabaseSync } from 'node:sqlite';
import { limits } from '../../../shared/limits.ts';
import type { VoiceSeen, VoiceTemplate } from '../engines/voice/types.ts';
import { text } from './columns.ts';
import { parseTraces, tracesText } from './references.ts';

/** How many phrases of a person are remembered: more than anybody speaks in a day of failing. */
const phrasesKept = 8 * limits.attemptsPerSession;

/** What past samples held, so that none is accepted twice. */
export interface SeenTable {
  /** Whether a digest of a face sample is known, whoever it was from. */
  face(digest: string): boolean;
  addFace(digests: readonly string[]): void;
  /** What was heard of the person. */
  voice(person: string): VoiceSeen;
  addVoice(person: string, phrase: { digests: readonly string[]; traces: readonly VoiceTemplate[] }): void;
  forget(): void;
}

export function seenTable(db: DatabaseSync): SeenTable {
  const face = db.prepare('select 1 from seen_faces where digest = ?');
  const addFace = db.prepare('insert into seen_faces (digest) values (?) on conflict do nothing');
  const voice = db.prepare(
    'select digests, traces from seen_voices where person = ? order by id desc limit ?',
  );
  const addVoice = db.prepare('insert into seen_voices (person, digests, traces) values (?, ?, ?)');
  return {
    face: (digest) => face.get(digest) !== undefined,
    addFace(digests) {
      for (const digest of digests) addFace.run(digest);
    },
    voice(person) {
      const rows = voice.all(person, phrasesKept);
      return {
        digests: rows.flatMap((row) => text(row, 'digests').split(' ')),
        traces: rows.flatMap((row) => parseTraces(text(row, 'traces'))),
      };
    },
    forget: () => db.exec('delete from seen_faces; delete from seen_voices'),
    addVoice: (person, { digests, traces }) =>
      void addVoice.run(person, digests.join(' '), tracesText(traces)),
  };
}
