import type { DatabaseSync } from 'node:sqlite';
import { credentialStates, voidReasons } from '../../../shared/credentials.ts';
import { asId } from '../../../shared/ids.ts';
import { levels } from '../../../shared/levels.ts';
import type { Credential, CredentialTable } from '../ports/store.ts';
import { integer, optionalInteger, optionalText, type StoredRow, text } from './columns.ts';
import { readTemplate, templateText } from './template-text.ts';

export function credentialTable(db: DatabaseSync): CredentialTable {
  const find = db.prepare('select * from credentials where handle = ?');
  const insert = db.prepare(`insert into credentials
    (handle, person, level, state, since, has_voice, voice_withdrawn, face_reference, voice_reference, device, strict_from,
      card_report_ends, ends_at, due_at)
    values (:handle, :person, :level, :state, :since, :hasVoice, :voiceWithdrawn, :face, :voice, :device, :strictFrom,
      :cardReportEnds, :endsAt, :dueAt)`);
  const cardReport =
    db.prepare(`select card_report_ends, ends_at from credentials where person = ? and card_report_ends > ?
    order by card_report_ends desc limit 1`);
  const endReports = db.prepare(`update credentials set card_report_ends = null
    where person = ? and card_report_ends is not null`);
  const update =
    db.prepare(`update credentials set level = :level, state = :state, reason = :reason, strict_from = :strictFrom,
      card_report_ends = :cardReportEnds, movable_from = :movableFrom, movable_until = :movableUntil,
      suspended_by = :suspendedBy, ends_at = :endsAt, due_at = :dueAt,
      face_reference = case when :state = 'void' then null else face_reference end,
      voice_reference = case when :state = 'void' then null else voice_reference end,
      receipt_key = case when :state in ('unusable', 'void') then null else receipt_key end
    where handle = :handle and state <> 'void'`);
  const changed = [
    db.prepare('delete from credential_changes where handle = ?'),
    db.prepare('insert into credential_changes (handle) values (?)'),
  ];
  const keyOf = db.prepare('select receipt_key from credentials where handle = ?');
  const keepKey = db.prepare(`update credentials set receipt_key = :statement
    where handle = :handle and state not in ('unusable', 'void')`);
  const giveVoice =
    db.prepare(`update credentials set has_voice = 1, voice_withdrawn = 0, voice_reference = :voice
    where handle = :handle and state <> 'void'`);
  const takeVoice =
    db.prepare(`update credentials set has_voice = 0, voice_withdrawn = 1, voice_reference = null
    where handle = ? and state <> 'void'`);
  const aliveOf = db.prepare(`select * from credentials where person = ? and state <> 'void'`);
  const due = db.prepare('select * from credentials where due_at <= ? order by due_at limit ?');
  const after =
    db.prepare(`select seq, handle, state, since from credential_changes join credentials using (handle)
    where seq > ? order by seq limit ?`);
  const last = db.prepare('select coalesce(max(seq), 0) as seq from credential_changes');
  const others = db.prepare(`select person, voice_reference from credentials
    where state <> 'void' and person <> ? and voice_reference is not null order by person`);
  const noteChange = (handle: string) => {
    for (const statement of changed) statement.run(handle);
  };
  const put = (credential: Credential) => {
    const { handle, level, state, reason, strictFrom, cardReportEnds, movable, suspendedBy } = credential;
    const written = update.run({
      ...{ handle, level, state, reason: reason ?? null, suspendedBy: suspendedBy ?? null },
      ...{ strictFrom: strictFrom ?? null, cardReportEnds: cardReportEnds ?? null },
      ...{
        movableFrom: movable?.from ?? null,
        movableUntil: movable?.until ?? null,
        endsAt: credential.endsAt ?? null,
      },
      dueAt: dueAt(credential),
    });
    if (Number(written.changes) > 0) noteChange(handle);
  };
  return {
    find(handle) {
      const row = find.get(handle);
      return row === undefined ? undefined : read(row);
    },
    issue(credential) {
      const { handle, person, level, state, since, hasVoice, voiceWithdrawn, face, voice, device } =
        credential;
      const { strictFrom, cardReportEnds, endsAt } = credential;
      for (const row of aliveOf.all(person)) put({ ...read(row), state: 'void', reason: 'superseded' });
      endReports.run(person);
      insert.run({
        ...{ handle, person, level, state, since, device: device ?? null, strictFrom: strictFrom ?? null },
        ...{ cardReportEnds: cardReportEnds ?? null, endsAt: endsAt ?? null, dueAt: dueAt(credential) },
        hasVoice: hasVoice ? 1 : 0,
        voiceWithdrawn: voiceWithdrawn ? 1 : 0,
        face: face === undefined ? null : templateText(face),
        voice: voice === undefined ? null : templateText(voice),
      });
      noteChange(handle);
    },
    aliveOf(person) {
      const row = aliveOf.get(person);
      return row === undefined ? undefined : text(row, 'handle');
    },
    put,
    noteChange,
    receiptKeyOf(handle) {
      const row = keyOf.get(handle);
      return row && optionalText(row, 'receipt_key');
    },
    keepReceiptKey: (handle, statement) => void keepKey.run({ handle, statement }),
    giveVoice: (handle, voice) => void giveVoice.run({ handle, voice: templateText(voice) }),
    takeVoice: (handle) => void takeVoice.run(handle),
    due: (now, most) => due.all(now, most).map(read),
    cardReportOf(person, now) {
      const row = cardReport.get(person, now);
      if (row === undefined) return undefined;
      return { ends: integer(row, 'card_report_ends'), ofCardUntil: optionalInteger(row, 'ends_at') };
    },
    ofPerson: (person) => aliveOf.all(person).map(read),
    changedAfter: (seq, most) =>
      after.all(seq, most).map((row) => ({
        seq: integer(row, 'seq'),
        handle: text(row, 'handle'),
        state: stateOf(row),
        since: integer(row, 'since'),
      })),
    lastChange: () => integer(last.get() ?? {}, 'seq'),
    voicesOfOthers: (person) =>
      others.all(person).map((row) => ({
        person: text(row, 'person'),
        voice: readTemplate(text(row, 'voice_reference')),
      })),
  };
}

/** When something of it ends or comes by itself. */
function dueAt({ state, strictFrom, cardReportEnds, movable, endsAt }: Credential): number | null {
  const ends = [strictFrom, cardReportEnds, movable?.until, endsAt].filter((moment) => moment !== undefined);
  return state === 'void' || ends.length === 0 ? null : Math.min(...ends);
}

function stateOf(row: StoredRow): Credential['state'] {
  const state = credentialStates.find((known) => known === text(row, 'state'));
  if (state === undefined) throw new TypeError('column state holds no state');
  return state;
}

function read(row: StoredRow): Credential {
  const face = optionalText(row, 'face_reference');
  const voice = optionalText(row, 'voice_reference');
  const level = levels.find((known) => known === text(row, 'level'));
  if (level === undefined) throw new TypeError('column level holds no level');
  const reason = optionalText(row, 'reason');
  const from = optionalInteger(row, 'movable_from');
  const until = optionalInteger(row, 'movable_until');
  const by = optionalText(row, 'suspended_by');
  return {
    handle: asId('crd', text(row, 'handle')),
    person: text(row, 'person'),
    level,
    state: stateOf(row),
    reason: voidReasons.find((known) => known === reason),
    since: integer(row, 'since'),
    hasVoice: integer(row, 'has_voice') === 1,
    voiceWithdrawn: integer(row, 'voice_withdrawn') === 1,
    face: face === undefined ? undefined : readTemplate(face),
    voice: voice === undefined ? undefined : readTemplate(voice),
    device: optionalText(row, 'device'),
    strictFrom: optionalInteger(row, 'strict_from'),
    cardReportEnds: optionalInteger(row, 'card_report_ends'),
    movable: from === undefined || until === undefined ? undefined : { from, until },
    endsAt: optionalInteger(row, 'ends_at'),
    suspendedBy: by === 'dispute' || by === 'authority' ? by : undefined,
  };
}
