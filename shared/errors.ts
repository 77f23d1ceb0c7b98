import type { Action } from './actions.ts';

interface ErrorEntry {
  status: number;
  /** Whether the same request may succeed if it is sent again. */
  retryable: boolean;
  /** What the person, or the program, can do next. */
  action: Action;
}

/**
 * Every error that any surface answers with (RFC 9457). The codes are stable; adding one is a change of the contract.
 * Their texts stand in `error-texts.ts`.
 */
export const errors = {
  // the request itself
  'request-invalid': { status: 400, retryable: false, action: 'fix-request' },
  'body-not-json': { status: 400, retryable: false, action: 'fix-request' },
  'idempotency-key-missing': { status: 400, retryable: false, action: 'fix-request' },
  'not-found': { status: 404, retryable: false, action: 'fix-request' },
  'method-not-allowed': { status: 405, retryable: false, action: 'fix-request' },
  'idempotency-key-reused': { status: 422, retryable: false, action: 'fix-request' },
  'idempotency-key-busy': { status: 409, retryable: true, action: 'retry-later' },
  'length-required': { status: 411, retryable: false, action: 'fix-request' },
  'body-too-large': { status: 413, retryable: false, action: 'fix-request' },
  'body-too-small': { status: 400, retryable: false, action: 'fix-request' },
  'content-type-unsupported': { status: 415, retryable: false, action: 'fix-request' },
  'upload-timeout': { status: 408, retryable: true, action: 'retry-later' },
  'upload-too-slow': { status: 408, retryable: true, action: 'retry-later' },
  'headers-too-large': { status: 431, retryable: false, action: 'fix-request' },
  // who is asking
  'token-missing': { status: 401, retryable: false, action: 'fetch-token' },
  'token-invalid': { status: 401, retryable: false, action: 'fetch-token' },
  'client-unknown': { status: 401, retryable: false, action: 'fix-request' },
  'origin-not-allowed': { status: 403, retryable: false, action: 'fix-request' },
  'page-token-too-narrow': { status: 403, retryable: false, action: 'fix-request' },
  'grant-unsupported': { status: 400, retryable: false, action: 'fix-request' },
  'grant-invalid': { status: 400, retryable: false, action: 'new-session' },
  'scope-unknown': { status: 400, retryable: false, action: 'fix-request' },
  'device-pending': { status: 400, retryable: true, action: 'ask-again' },
  'device-hurried': { status: 400, retryable: true, action: 'ask-again' },
  'device-code-over': { status: 400, retryable: false, action: 'new-session' },
  'device-denied': { status: 400, retryable: false, action: 'ask-staff' },
  'device-flow-not-allowed': { status: 400, retryable: false, action: 'fix-request' },
  'user-code-unknown': { status: 410, retryable: false, action: 'ask-staff' },
  'dpop-missing': { status: 401, retryable: false, action: 'fix-request' },
  'dpop-invalid': { status: 401, retryable: false, action: 'fix-request' },
  'dpop-replayed': { status: 401, retryable: false, action: 'fix-request' },
  'dpop-nonce-stale': { status: 401, retryable: true, action: 'use-new-nonce' },
  'device-voided': { status: 401, retryable: false, action: 'log-in-again' },
  'login-refused': { status: 401, retryable: false, action: 'log-in-again' },
  'passkey-refused': { status: 401, retryable: false, action: 'use-passkey-again' },
  'invite-over': { status: 410, retryable: false, action: 'ask-for-link' },
  'verification-needed': { status: 403, retryable: false, action: 'verify-again' },
  'origin-refused': { status: 403, retryable: false, action: 'open-console' },
  'last-passkey': { status: 409, retryable: false, action: 'add-passkey-first' },
  'operator-exists': { status: 409, retryable: false, action: 'ask-for-link' },
  'last-operator': { status: 409, retryable: false, action: 'invite-first' },
  'passkeys-too-many': { status: 409, retryable: false, action: 'remove-passkey-first' },
  'pairing-over': { status: 410, retryable: false, action: 'pair-again' },
  'sms-too-many': { status: 429, retryable: true, action: 'retry-later' },
  'sms-code-wrong': { status: 401, retryable: false, action: 'check-code' },
  'sms-code-over': { status: 410, retryable: false, action: 'new-code' },
  // the code and the session
  'code-unreadable': { status: 400, retryable: false, action: 'scan-again' },
  'code-stale': { status: 410, retryable: true, action: 'scan-again' },
  'code-forged': { status: 400, retryable: false, action: 'scan-again' },
  'session-taken': { status: 409, retryable: false, action: 'new-session' },
  'session-over': { status: 410, retryable: false, action: 'new-session' },
  'extended-already': { status: 409, retryable: false, action: 'nothing' },
  'step-out-of-order': { status: 409, retryable: false, action: 'nothing' },
  'purpose-not-allowed': { status: 422, retryable: false, action: 'fix-request' },
  'scene-not-allowed': { status: 403, retryable: false, action: 'fix-request' },
  'counter-unregistered': { status: 403, retryable: false, action: 'fix-request' },
  'who-asks-unknown': { status: 403, retryable: false, action: 'ask-staff' },
  // the registry
  'version-stale': { status: 409, retryable: false, action: 'read-again' },
  'id-taken': { status: 409, retryable: false, action: 'fix-request' },
  'key-taken': { status: 409, retryable: false, action: 'fix-request' },
  'key-invalid': { status: 422, retryable: false, action: 'fix-request' },
  'scenes-invalid': { status: 422, retryable: false, action: 'fix-request' },
  'revoked-already': { status: 409, retryable: false, action: 'nothing' },
  'statement-invalid': { status: 422, retryable: false, action: 'fix-request' },
  'name-taken': { status: 409, retryable: false, action: 'fix-request' },
  'registrar-token-missing': { status: 401, retryable: false, action: 'fix-request' },
  'registrar-refused': { status: 403, retryable: false, action: 'fix-request' },
  'registrar-unavailable': { status: 503, retryable: true, action: 'retry-later' },
  'two-operators-needed': { status: 403, retryable: false, action: 'ask-colleague' },
  'own-proposal': { status: 403, retryable: false, action: 'ask-colleague' },
  'proposal-over': { status: 410, retryable: false, action: 'propose-again' },
  // the credential
  'credential-missing': { status: 403, retryable: false, action: 'apply-first' },
  'credential-void': { status: 403, retryable: false, action: 'apply-first' },
  'credential-locked': { status: 403, retryable: true, action: 'retry-later' },
  'application-rests': { status: 403, retryable: true, action: 'retry-later' },
  'level-too-low': { status: 403, retryable: false, action: 'raise-level' },
  'consent-missing': { status: 422, retryable: false, action: 'ask-staff' },
  // the samples
  'challenge-expired': { status: 410, retryable: true, action: 'capture-again' },
  'sample-not-awaited': { status: 409, retryable: false, action: 'nothing' },
  'platform-account-other': { status: 403, retryable: false, action: 'log-in-again' },
  'platform-tries-over': { status: 409, retryable: true, action: 'capture-again' },
  'sample-refused': { status: 422, retryable: false, action: 'capture-again' },
  // webhooks
  'webhook-url-refused': { status: 422, retryable: false, action: 'fix-request' },
  'webhook-exists': { status: 409, retryable: false, action: 'fix-request' },
  'webhooks-too-many': { status: 409, retryable: false, action: 'fix-request' },
  'webhook-over': { status: 410, retryable: false, action: 'nothing' },
  'event-forgotten': { status: 410, retryable: false, action: 'nothing' },
  // us
  'too-many-requests': { status: 429, retryable: true, action: 'retry-later' },
  'relay-busy': { status: 503, retryable: true, action: 'retry-later' },
  'authority-unavailable': { status: 503, retryable: true, action: 'retry-later' },
  'platform-busy': { status: 503, retryable: true, action: 'retry-later' },
  'platform-unavailable': { status: 503, retryable: true, action: 'retry-later' },
  'storage-busy': { status: 503, retryable: true, action: 'retry-later' },
  'storage-full': { status: 503, retryable: true, action: 'retry-later' },
  'shutting-down': { status: 503, retryable: true, action: 'retry-later' },
  'internal-fault': { status: 500, retryable: true, action: 'retry-later' },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof errors;
