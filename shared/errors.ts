import { holderErrors } from './holder-errors.ts';
import { programErrors } from './program-errors.ts';

/**
 * Every error that any surface answers with (RFC 9457). The codes are stable; adding one is a change of the contract.
 * Their texts stand in `error-texts.ts`.
 */
export const errors = { ...holderErrors, ...programErrors } as const;

export type ErrorCode = keyof typeof errors;
