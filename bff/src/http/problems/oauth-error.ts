import type { OAuthError, OAuthErrorCode } from '../../../../shared/contract/access/token.ts';
import { type ErrorCode, errors } from '../../../../shared/errors.ts';

/** What RFC 6749 section 5.2 and RFC 8628 section 3.5 call each refusal; all others of status 400 and above are `invalid_request`. */
const named: Partial<Record<ErrorCode, OAuthErrorCode>> = {
  'client-unknown': 'invalid_client',
  'grant-unsupported': 'unsupported_grant_type',
  'grant-invalid': 'invalid_grant',
  'scope-unknown': 'invalid_scope',
  'scene-not-allowed': 'invalid_scope',
  'counter-unregistered': 'unauthorized_client',
  'device-flow-not-allowed': 'unauthorized_client',
  'device-pending': 'authorization_pending',
  'device-hurried': 'slow_down',
  'device-denied': 'access_denied',
  'device-code-over': 'expired_token',
};

/** The members of RFC 6749 section 5.2 for a problem of the token endpoint, beside those of RFC 9457. */
export function oauthError(code: ErrorCode, description: string): OAuthError {
  const { status } = errors[code];
  return { error: named[code] ?? byStatus(status), error_description: plain(description) };
}

/** Section 5.2 has no word for "later" and for a fault: those of section 4.1.2.1 are what clients know. */
function byStatus(status: number): OAuthErrorCode {
  if (status === 429 || status === 503) return 'temporarily_unavailable';
  return status >= 500 ? 'server_error' : 'invalid_request';
}

/** The letters that section 5.2 allows; they may also stand in a quoted string of a header. */
function plain(text: string): string {
  return text.replaceAll(/["\\]/g, "'").replaceAll(/[^\x20-\x7e]/g, '?');
}

/** Whether who asks wants JSON by its plain name, as section 5.2 has it and stock clients demand, rather than a problem. */
export function wantsPlainJson(accept = ''): boolean {
  return /\bapplication\/json\b/i.test(accept) && !/\bapplication\/problem\+json\b/i.test(accept);
}
