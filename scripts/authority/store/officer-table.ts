import type { DatabaseSync } from 'node:sqlite';
import { officerRoles } from '../../../shared/contract/officer/terms.ts';
import { asId } from '../../../shared/ids.ts';
import type { Officer, OfficerPasskey, OfficerTable } from '../ports/officers.ts';
import { integer, optionalInteger, optionalText, type StoredRow, text } from './columns.ts';

export function officerTable(db: DatabaseSync): OfficerTable {
  const find = db.prepare('select * from officers where id = ?');
  const ofPerson = db.prepare('select * from officers where person = ? and revoked_at is null');
  const officesOf = db.prepare(`select *,
    (select count(*) from officer_passkeys where officer_id = officers.id) as passkeys,
    (select count(*) from shifts where officer_id = officers.id) as shifts,
    (select count(*) from raise_case_hands where officer_id = officers.id) as raises
    from officers where person = ? order by since desc, id limit ?`);
  const all = db.prepare('select * from officers order by since, id');
  const add =
    db.prepare(`insert into officers (id, name, person, role, point_id, rp_id, counter_id, since, first)
    values (:id, :name, :person, :role, :pointId, :rpId, :counterId, :since, :first)`);
  const noteOwnRaise = db.prepare(
    'update officers set own_raise_at = :at where person = :person and own_raise_at is null',
  );
  const revokes = [
    db.prepare('update officers set revoked_at = :at where id = :id and revoked_at is null'),
    db.prepare('update officer_passkeys set revoked_at = :at where officer_id = :id and revoked_at is null'),
    db.prepare('update shifts set ended_at = :at where officer_id = :id and ended_at is null'),
  ];
  const forgetInvites = db.prepare('delete from officer_invites where officer_id = ?');
  const addInvite = db.prepare('insert into officer_invites (hash, officer_id, expires_at) values (?, ?, ?)');
  const invite = db.prepare('select officer_id from officer_invites where hash = ? and expires_at > ?');
  const purgeInvites = db.prepare('delete from officer_invites where expires_at < ?');
  const gone = `revoked_at < :before
    and id not in (select officer_id from raise_case_hands) and id not in (select officer_id from family_hands)
    and id not in (select officer_id from shifts)`;
  const takeInvite = db.prepare('delete from officer_invites where hash = ?');
  const passkey = db.prepare('select * from officer_passkeys where id = ?');
  const passkeysOf = db.prepare('select * from officer_passkeys where officer_id = ? order by added_at, id');
  const addPasskey =
    db.prepare(`insert into officer_passkeys (id, officer_id, name, public_key, counter, transports, added_at)
    values (:id, :officerId, :name, :publicKey, :counter, :transports, :at)`);
  const revokePasskey = [
    db.prepare('update officer_passkeys set revoked_at = :at where id = :id and revoked_at is null'),
    db.prepare('update shifts set ended_at = :at where passkey_id = :id and ended_at is null'),
  ];
  const purgeRevoked = [
    db.prepare(`delete from officer_passkeys where officer_id in (select id from officers where ${gone})`),
    // Of the first a row without anybody's name stays: no seventh is made in the place of one.
    db.prepare(`update officers set name = '', person = '' where first = 1 and person <> '' and ${gone}`),
    db.prepare(`delete from officers where first = 0 and ${gone}`),
  ];
  const use = db.prepare('update officer_passkeys set counter = :after where id = :id and counter = :before');
  return {
    find: (id) => readOfficer(find.get(id)),
    ofPerson: (person) => readOfficer(ofPerson.get(person)),
    officesOf: (person, most) =>
      officesOf.all(person, most).flatMap((row) => {
        const officer = readOfficer(row);
        if (officer === undefined) return [];
        const { name, role, since, revokedAt } = officer;
        const [passkeys, shifts] = [integer(row, 'passkeys'), integer(row, 'shifts')];
        return [{ name, role, since, revokedAt, passkeys, shifts, raises: integer(row, 'raises') }];
      }),
    all: () => all.all().flatMap((row) => readOfficer(row) ?? []),
    noteOwnRaise: (person, at) => void noteOwnRaise.run({ person, at }),
    add({ revokedAt: _, ownRaiseAt: _none, pointId, first, ...officer }) {
      add.run({ ...officer, pointId: pointId ?? null, first: first ? 1 : 0 });
    },
    revoke(id, at) {
      for (const statement of revokes) statement.run({ id, at });
      forgetInvites.run(id);
    },
    addInvite: (thumbprint, officerId, expiresAt) => void addInvite.run(thumbprint, officerId, expiresAt),
    inviteOf(thumbprint, now) {
      const row = invite.get(thumbprint, now);
      return row && asId('off', text(row, 'officer_id'));
    },
    purgeInvites: (before) => void purgeInvites.run(before),
    purgeRevoked(before) {
      for (const statement of purgeRevoked) statement.run({ before });
    },
    takeInvite: (thumbprint) => Number(takeInvite.run(thumbprint).changes) > 0,
    passkey: (id) => readPasskey(passkey.get(id)),
    passkeysOf: (officerId) => passkeysOf.all(officerId).flatMap((row) => readPasskey(row) ?? []),
    addPasskey: (added, at) => void addPasskey.run({ ...added, at }),
    revokePasskey(id, at) {
      for (const statement of revokePasskey) statement.run({ id, at });
    },
    notePasskeyUsed: (id, before, after) => Number(use.run({ id, before, after }).changes) > 0,
  };
}

function readOfficer(row: StoredRow | undefined): Officer | undefined {
  if (row === undefined) return undefined;
  const role = officerRoles.find((known) => known === text(row, 'role'));
  if (role === undefined) throw new TypeError('column role holds no role');
  const pointId = optionalText(row, 'point_id');
  return {
    id: asId('off', text(row, 'id')),
    name: text(row, 'name'),
    person: text(row, 'person'),
    role,
    pointId: pointId === undefined ? undefined : asId('acp', pointId),
    rpId: asId('rp', text(row, 'rp_id')),
    counterId: asId('cnt', text(row, 'counter_id')),
    since: integer(row, 'since'),
    first: integer(row, 'first') === 1,
    ownRaiseAt: optionalInteger(row, 'own_raise_at'),
    revokedAt: optionalInteger(row, 'revoked_at'),
  };
}

function readPasskey(row: StoredRow | undefined): OfficerPasskey | undefined {
  if (row === undefined) return undefined;
  return {
    id: text(row, 'id'),
    officerId: asId('off', text(row, 'officer_id')),
    name: text(row, 'name'),
    publicKey: text(row, 'public_key'),
    counter: integer(row, 'counter'),
    transports: text(row, 'transports'),
    revokedAt: optionalInteger(row, 'revoked_at'),
  };
}
