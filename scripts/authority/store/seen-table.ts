import type { DatabaseSync } from 'node:sqlite';
import * as limits from '../../../shared/limits.ts';
import type { Template } from '../ports/engines.ts';
import type { SeenTable } from '../ports/store.ts';
import { text } from './columns.ts';
import { readTemplate, templateText } from './template-text.ts';

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
      const rows = voice.all(person, limits.phrasesRemembered);
      return {
        digests: rows.flatMap((row) => text(row, 'digests').split(' ').filter(Boolean)),
        traces: rows.flatMap((row) => readTrace(text(row, 'traces'))),
      };
    },
    forget: () => db.exec('delete from seen_faces; delete from seen_voices'),
    addVoice(person, { digests, trace }) {
      if (digests.length > 0 || trace !== null)
        addVoice.run(person, digests.join(' '), trace === null ? '' : templateText(trace));
    },
  };
}

function readTrace(stored: string): Template[] {
  return stored === '' ? [] : [readTemplate(stored)];
}
