import type { OfficerRecord } from '../../../shared/contract/authority/administrator.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Officer } from '../ports/officers.ts';
import { exemptUntil } from './exempt-until.ts';

const standingOf = (revokedAt: number | undefined) => (revokedAt === undefined ? 'stands' : 'revoked');

/** An officer as the administrator sees one: nothing of the person. */
export function officerRecord({ store }: Pick<AuthorityPorts, 'store'>, officer: Officer): OfficerRecord {
  const { id, name, role, pointId, counterId, since, first, revokedAt } = officer;
  const until = exemptUntil(officer);
  return {
    ...{ officerId: id, name, role, counterId, since, first, standing: standingOf(revokedAt) },
    ...(pointId !== undefined && { pointId }),
    ...(until !== undefined && { exemptUntil: until }),
    passkeys: store.officers.passkeysOf(id).map((passkey) => ({
      ...{ passkeyId: passkey.id, name: passkey.name, standing: standingOf(passkey.revokedAt) },
    })),
  };
}
