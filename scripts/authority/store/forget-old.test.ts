import { expect, it } from 'vitest';
import { asId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { forgetOld } from './forget-old.ts';
import { openStore } from './open-store.ts';

it('forgets shifts a day after they were to be over, and links as they run out', () => {
  const store = openStore(':memory:');
  const officerId = asId('off', `off_${'A'.repeat(22)}`);
  const id = asId('shf', `shf_${'A'.repeat(22)}`);
  const expiresAt = limits.officerShift;
  store.shifts.open({ id, officerId, passkeyId: 'p', key: 'k', since: 0, expiresAt });
  store.officers.addInvite('hash', officerId, limits.officerInviteLifetime);
  forgetOld(store, limits.officerInviteLifetime);
  expect(store.officers.inviteOf('hash', 0)).toBe(officerId);
  forgetOld(store, expiresAt + limits.resultRetention);
  expect(store.shifts.find(id)).toBeDefined();
  expect(store.officers.inviteOf('hash', 0)).toBeUndefined();
  forgetOld(store, expiresAt + limits.resultRetention + 1);
  expect(store.shifts.find(id)).toBeUndefined();
  store.close();
});
