/**
 * - `malformed`: not three parts of base64url with a JSON object first, or too long
 * - `wrong-algorithm`: anything but ES256
 * - `wrong-type`: the `typ` is not the expected one
 * - `critical-header`: it demands extensions that nobody here knows
 * - `unknown-key`: no `kid`, or nobody's
 * - `key-invalid`: the key is not a point of P-256
 * - `bad-signature`: signed by another key, or changed since
 */
export type JwsErrorCode =
  | 'malformed'
  | 'wrong-algorithm'
  | 'wrong-type'
  | 'critical-header'
  | 'unknown-key'
  | 'key-invalid'
  | 'bad-signature';

export class JwsError extends Error {
  readonly code: JwsErrorCode;

  constructor(code: JwsErrorCode, message: string) {
    super(message);
    this.name = 'JwsError';
    this.code = code;
  }
}
