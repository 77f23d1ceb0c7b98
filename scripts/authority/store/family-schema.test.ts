import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { openStore } from './open-store.ts';

it('what an earlier version has bound is still found by its officer, without a passkey', () => {
  const folder = mkdtempSync(join(tmpdir(), 'family-schema-'));
  const file = join(folder, 'authority.db');
  const officerId = `off_${'A'.repeat(22)}`;
  const id = `del_${'A'.repeat(22)}`;
  const db = new DatabaseSync(file);
  db.exec(`create table delegations (id text primary key, guardian text not null, ward text not null,
      credential text not null, relation text not null, form text not null, scenes text not null, since integer not null,
      ends_at integer not null, ended_at integer, officer_id text not null, point_id text not null);
    create index delegations_by_officer on delegations (officer_id);
    insert into delegations values ('${id}', 'g', 'w', 'crd_${'A'.repeat(22)}', 'child', 'under-14', '["hotel"]',
      5, 10, null, '${officerId}', 'acp_north');`);
  db.close();
  openStore(file).close();
  const store = openStore(file);
  expect(store.delegations.boundBy({ officerId }, 9)).toMatchObject([{ id, pointId: 'acp_north' }]);
  expect(store.familyActs.by({ officerId }, { most: 9, before: undefined })).toEqual([
    {
      ...{ kind: 'bound', id, at: 5, pointId: 'acp_north', delegationIds: [id] },
      hands: [{ officerId, passkeyId: undefined }],
    },
  ]);
  store.close();
  rmSync(folder, { recursive: true });
});
