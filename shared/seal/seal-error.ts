/**
 * Why an envelope was not made or not opened. The last three are about the caller's own input.
 *
 * - `not-an-envelope`: the magic is missing
 * - `version-unknown`: an envelope, but not SEAL/1
 * - `header-invalid`: a field is missing, unknown, out of bounds or not in its only encoding
 * - `wrong-key`: sealed to another key id or under another suite
 * - `context-mismatch`: sealed for another session, challenge, device, kind or place in the sequence
 * - `length-mismatch`: bytes are missing or left over
 * - `tampered`: the wrapped key or a chunk fails its integrity check
 * - `padding-invalid`: the sealer padded in a way that SEAL/1 does not allow
 * - `too-large`: more plaintext than an envelope may carry
 * - `context-invalid`: the context handed in breaks the rules of `SealContext`
 * - `key-invalid`: the key handed in is not a key of its suite
 */
export type SealErrorCode =
  | 'not-an-envelope'
  | 'version-unknown'
  | 'header-invalid'
  | 'wrong-key'
  | 'context-mismatch'
  | 'length-mismatch'
  | 'tampered'
  | 'padding-invalid'
  | 'too-large'
  | 'context-invalid'
  | 'key-invalid';

/** Never carries key material or plaintext. */
export class SealError extends Error {
  readonly code: SealErrorCode;

  constructor(code: SealErrorCode, message: string) {
    super(message);
    this.name = 'SealError';
    this.code = code;
  }
}
