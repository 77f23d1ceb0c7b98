import type { DatabaseSync } from 'node:sqlite';
import type { VoiceReference } from '../engines/voice/types.ts';
import { text } from './columns.ts';
import { parseVoiceReference, voiceReferenceText } from './references.ts';

/** References computed once from the recordings of the synthetic citizens, by the recording's SHA-256. */
export interface VoiceTable {
  find(recordingDigest: string): VoiceReference | undefined;
  put(recordingDigest: string, reference: VoiceReference): void;
}

export function voiceTable(db: DatabaseSync): VoiceTable {
  const find = db.prepare('select reference from voices where recording_digest = ?');
  const put = db.prepare(
    'insert into voices (recording_digest, reference) values (?, ?) on conflict do nothing',
  );
  return {
    find(recordingDigest) {
      const row = find.get(recordingDigest);
      return row === undefined ? undefined : parseVoiceReference(text(row, 'reference'));
    },
    put: (recordingDigest, reference) => void put.run(recordingDigest, voiceReferenceText(reference)),
  };
}
