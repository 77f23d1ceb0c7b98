import type { Action } from './actions.ts';
import type { HolderAction } from './holder-actions.ts';

export interface ErrorEntry {
  status: number;
  /** Whether the same request may succeed if it is sent again. */
  retryable: boolean;
  /** What the person, or the program, can do next. */
  action: Action;
}

/** The errors that a phone may be answered with: those that its program knows. A part of `errors`. */
export const holderErrors = {
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
  'dpop-missing': { status: 401, retryable: false, action: 'fix-request' },
  'dpop-invalid': { status: 401, retryable: false, action: 'fix-request' },
  'dpop-replayed': { status: 401, retryable: false, action: 'fix-request' },
  'dpop-nonce-stale': { status: 401, retryable: true, action: 'use-new-nonce' },
  'device-voided': { status: 401, retryable: false, action: 'log-in-again' },
  'login-refused': { status: 401, retryable: false, action: 'log-in-again' },
  'soter-refused': { status: 401, retryable: false, action: 'log-in-again' },
  'sms-too-many': { status: 429, retryable: true, action: 'retry-later' },
  'sms-code-wrong': { status: 401, retryable: false, action: 'check-code' },
  'sms-code-over': { status: 410, retryable: false, action: 'new-code' },
  // the code and the session
  'code-unreadable': { status: 400, retryable: false, action: 'scan-again' },
  'code-stale': { status: 410, retryable: true, action: 'scan-again' },
  'code-forged': { status: 400, retryable: false, action: 'scan-again' },
  'session-taken': { status: 409, retryable: false, action: 'new-session' },
  'meeting-code-wrong': { status: 400, retryable: false, action: 'scan-other-phone' },
  'meeting-code-stale': { status: 410, retryable: true, action: 'scan-other-phone' },
  'meeting-taken': { status: 409, retryable: false, action: 'scan-other-phone' },
  'own-code': { status: 409, retryable: false, action: 'let-other-scan' },
  'meetings-blocked': { status: 429, retryable: false, action: 'wait-a-day' },
  'session-over': { status: 410, retryable: false, action: 'new-session' },
  'extended-already': { status: 409, retryable: false, action: 'nothing' },
  'step-out-of-order': { status: 409, retryable: false, action: 'nothing' },
  'purpose-not-allowed': { status: 422, retryable: false, action: 'fix-request' },
  'scene-not-allowed': { status: 403, retryable: false, action: 'fix-request' },
  'counter-unregistered': { status: 403, retryable: false, action: 'fix-request' },
  'who-asks-unknown': { status: 403, retryable: false, action: 'ask-staff' },
  // the credential
  'credential-missing': { status: 403, retryable: false, action: 'apply-first' },
  'credential-void': { status: 403, retryable: false, action: 'apply-first' },
  'credential-frozen': { status: 403, retryable: false, action: 'unfreeze-first' },
  'credential-suspended': { status: 403, retryable: false, action: 'ask-staff' },
  'credential-unusable': { status: 403, retryable: false, action: 'move-first' },
  'credential-state-other': { status: 409, retryable: false, action: 'read-again' },
  'credential-locked': { status: 403, retryable: true, action: 'retry-later' },
  'application-rests': { status: 403, retryable: true, action: 'retry-later' },
  'level-too-low': { status: 403, retryable: false, action: 'raise-level' },
  'consent-missing': { status: 422, retryable: false, action: 'ask-staff' },
  'consent-outdated': { status: 409, retryable: false, action: 'update-app' },
  'export-refused': { status: 403, retryable: false, action: 'nothing' },
  'voice-needed': { status: 422, retryable: false, action: 'visit-point' },
  'move-over': { status: 410, retryable: false, action: 'apply-first' },
  'move-rests': { status: 403, retryable: true, action: 'retry-later' },
  'ticket-over': { status: 410, retryable: false, action: 'log-in-again' },
  'disputed-already': { status: 409, retryable: false, action: 'nothing' },
  'resolved-already': { status: 409, retryable: false, action: 'nothing' },
  // an officer at whose desk one is
  'officer-may-not': { status: 403, retryable: false, action: 'ask-other-officer' },
  // families
  'delegation-over': { status: 403, retryable: false, action: 'see-family' },
  'delegation-rests': { status: 403, retryable: false, action: 'see-family' },
  'delegation-scene': { status: 403, retryable: false, action: 'ask-staff' },
  'guardian-word-refused': { status: 422, retryable: false, action: 'capture-again' },
  'id-taken': { status: 409, retryable: false, action: 'fix-request' },
  'renewal-early': { status: 409, retryable: false, action: 'nothing' },
  'terminal-unknown': { status: 403, retryable: false, action: 'ask-staff' },
  // the samples
  'challenge-expired': { status: 410, retryable: true, action: 'capture-again' },
  'sample-not-awaited': { status: 409, retryable: false, action: 'nothing' },
  'platform-account-other': { status: 403, retryable: false, action: 'log-in-again' },
  'platform-tries-over': { status: 409, retryable: true, action: 'capture-again' },
  'sample-refused': { status: 422, retryable: false, action: 'capture-again' },
  // receipts
  'receipt-key-refused': { status: 422, retryable: false, action: 'fix-request' },
  'report-refused': { status: 422, retryable: false, action: 'nothing' },
  'report-late': { status: 410, retryable: false, action: 'nothing' },
  'report-made': { status: 409, retryable: false, action: 'nothing' },
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
} as const satisfies Record<string, ErrorEntry & { action: HolderAction }>;

export type HolderErrorCode = keyof typeof holderErrors;
