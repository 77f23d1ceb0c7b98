import type { KeyObject } from 'node:crypto';
import { Compile } from 'typebox/compile';
import { dateInChina } from '../../../../shared/china-calendar.ts';
import { ReportClaims } from '../../../../shared/contract/authority/receipts.ts';
import { Problem } from '../../../../shared/problem.ts';
import type { TrustedKeys } from './authority-key-list.ts';
import { keyIdOf, readSigned, SignedTextRefused } from './read-signed.ts';

const schema = Compile(ReportClaims);
const typ = 'lz-report+jwt';

/**
 * What a report form says, once its signature by a key of the authority's list is proved.
 * @throws Problem report-refused where it is no such form; and whatever `withKey` throws where the list cannot be had
 */
export async function checkReport(
  form: string,
  withKey: (kid: string) => Promise<{ keys: TrustedKeys; key: KeyObject; retiredAt?: number }>,
): Promise<ReportClaims> {
  try {
    const { keys, key, retiredAt } = await withKey(keyIdOf(form, typ));
    const claims = readSigned(form, typ, key, schema);
    if (claims.iss !== keys.claims.iss || claims.sandbox !== keys.claims.sandbox)
      throw new SignedTextRefused('the report form has another issuer than the key list');
    if (retiredAt !== undefined && claims.day > dateInChina(retiredAt))
      throw new SignedTextRefused('the report form is of a day after its key');
    return claims;
  } catch (fault) {
    throw fault instanceof SignedTextRefused ? new Problem('report-refused', { cause: fault }) : fault;
  }
}
