import type { ErrorCode } from '../../../../shared/errors.ts';

/** The `error` attribute of RFC 6750 section 3.1 and RFC 9449 sections 7.1 and 9. Without one: no authentication was sent at all. */
const challengeErrors: Partial<Record<ErrorCode, string>> = {
  'token-invalid': 'invalid_token',
  'device-voided': 'invalid_token',
  'passkey-refused': 'invalid_token',
  'client-unknown': 'invalid_client',
  'login-refused': 'invalid_grant',
  'sms-code-wrong': 'invalid_grant',
  'dpop-invalid': 'invalid_dpop_proof',
  'dpop-missing': 'invalid_dpop_proof',
  'dpop-replayed': 'invalid_dpop_proof',
  'dpop-nonce-stale': 'use_dpop_nonce',
};

/** The WWW-Authenticate header of a 401; `description` is without quotes and backslashes. */
export function wwwAuthenticate(surface: string, code: ErrorCode, description?: string): string {
  const scheme = surface === 'holder' ? 'DPoP algs="ES256"' : `Bearer realm="${surface}"`;
  const error = challengeErrors[code];
  const why = description === undefined ? '' : `, error_description="${description}"`;
  return error === undefined ? scheme : `${scheme}, error="${error}"${why}`;
}
