import { encodeBase64url } from '../bytes/base64url.ts';
import { parseCode } from '../counter-code/parse-code.ts';
import { meetingCodeVersion, meetingMac } from './meeting-mac.ts';

export interface MakeMeetingCodeInput {
  /** Scheme and host, `https://id.example`. */
  baseUrl: string;
  secret: Uint8Array;
  token: string;
  /** Whole seconds since the meeting was opened, by the server's clock. */
  elapsed: number;
}

/**
 * What a phone shows in this second: `https://<host>/q/p.<token>.<elapsed>.<mac>`.
 * @throws RangeError where the parts do not make a code that `parseCode` accepts
 */
export function makeMeetingCode({ baseUrl, secret, ...fields }: MakeMeetingCodeInput): string {
  const mac = encodeBase64url(meetingMac(secret, fields));
  const code = `${baseUrl.replace(/\/$/, '')}/q/${meetingCodeVersion}.${fields.token}.${fields.elapsed}.${mac}`;
  if (parseCode(code) === undefined)
    throw new RangeError('meeting code: token, elapsed seconds or base URL out of form');
  return code;
}
