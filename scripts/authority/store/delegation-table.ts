import type { DatabaseSync } from 'node:sqlite';
import { relations, wardForms } from '../../../shared/family.ts';
import { asId } from '../../../shared/ids.ts';
import { sceneNames } from '../../../shared/scenes.ts';
import type { Delegation, DelegationTable } from '../ports/family.ts';
import { integer, optionalInteger, type StoredRow, text } from './columns.ts';

export function delegationTable(db: DatabaseSync): DelegationTable {
  const open = (where: string) =>
    db.prepare(`select * from delegations where ${where} and ended_at is null order by since, id`);
  const find = db.prepare('select * from delegations where id = ?');
  const ofGuardian = open('guardian = ?');
  const ofWard = open('ward = ?');
  const ofCredential = db.prepare('select * from delegations where credential = ? order by since, id');
  const boundOf = (where: string) =>
    db.prepare(
      `select * from delegations where ${where} and ended_at is null order by since desc, id desc limit :most`,
    );
  const bound = {
    officer: boundOf('id in (select act_id from family_hands where officer_id = :by)'),
    passkey: boundOf('id in (select act_id from family_hands where passkey_id = :by)'),
    point: boundOf('point_id = :by'),
  };
  const about = db.prepare(`select * from delegations where guardian = :person or ward = :person
    order by since desc, id limit :most`);
  const due = db.prepare(
    'select * from delegations where ends_at <= ? and ended_at is null order by ends_at limit ?',
  );
  const relates = db.prepare(`select 1 from delegations
    where (guardian = :one and ward = :other) or (guardian = :other and ward = :one)`);
  const add = db.prepare(`insert into delegations
    (id, guardian, ward, credential, relation, form, scenes, since, ends_at, point_id)
    values (:id, :guardian, :ward, :credential, :relation, :form, :scenes, :since, :endsAt, :pointId)`);
  const addHand = db.prepare('insert into family_hands (act_id, officer_id, passkey_id) values (?, ?, ?)');
  const renew = db.prepare('update delegations set form = :form, ends_at = :endsAt where id = :id');
  const end = db.prepare(
    'update delegations set ended_at = :at, revoked_in = :revocation where id = :id and ended_at is null',
  );
  const forgets = (where: string) => [
    db.prepare(`delete from family_hands where act_id in (select id from delegations where ${where})`),
    db.prepare(`delete from delegations where ${where}`),
  ];
  const purges = forgets('coalesce(ended_at, ends_at) < ?');
  const forgetsOf = forgets('guardian = ?');
  return {
    find(id) {
      const row = find.get(id);
      return row === undefined ? undefined : read(row);
    },
    ofGuardian: (person) => ofGuardian.all(person).map(read),
    ofWard: (person) => ofWard.all(person).map(read),
    ofCredential: (handle) => ofCredential.all(handle).map(read),
    boundBy(by, most) {
      if ('officerId' in by) return bound.officer.all({ by: by.officerId, most }).map(read);
      if ('pointId' in by) return bound.point.all({ by: by.pointId, most }).map(read);
      return bound.passkey.all({ by: by.passkeyId, most }).map(read);
    },
    about: (person, most) => about.all({ person, most }).map(read),
    relates: (one, other) => relates.get({ one, other }) !== undefined,
    add({ endedAt: _, scenes, ...delegation }, hands) {
      add.run({ ...delegation, scenes: JSON.stringify(scenes) });
      for (const { officerId, passkeyId } of hands) addHand.run(delegation.id, officerId, passkeyId ?? null);
    },
    renew: (id, { form, endsAt }) => void renew.run({ id, form, endsAt }),
    end: (id, at, revocation) => void end.run({ id, at, revocation: revocation ?? null }),
    due: (now, most) => due.all(now, most).map(read),
    forget(guardian) {
      for (const statement of forgetsOf) statement.run(guardian);
    },
    purge(before) {
      for (const statement of purges) statement.run(before);
    },
  };
}

function read(row: StoredRow): Delegation {
  const relation = relations.find((known) => known === text(row, 'relation'));
  const form = wardForms.find((known) => known === text(row, 'form'));
  if (relation === undefined || form === undefined) throw new TypeError('a delegation of no known kind');
  const named: unknown = JSON.parse(text(row, 'scenes'));
  return {
    ...{ id: asId('del', text(row, 'id')), guardian: text(row, 'guardian'), ward: text(row, 'ward') },
    ...{ credential: asId('crd', text(row, 'credential')), relation, form },
    scenes: sceneNames.filter((scene) => Array.isArray(named) && named.includes(scene)),
    ...{ since: integer(row, 'since'), endsAt: integer(row, 'ends_at') },
    endedAt: optionalInteger(row, 'ended_at'),
    pointId: asId('acp', text(row, 'point_id')),
  };
}
