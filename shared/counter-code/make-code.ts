import { encodeBase64url } from '../bytes/base64url.ts';
import { type CodeFields, codeMac, codeVersion } from './code-mac.ts';
import { parseCode } from './parse-code.ts';

export interface MakeCodeInput extends CodeFields {
  /** Scheme and host, `https://id.example`. */
  baseUrl: string;
  secret: Uint8Array;
}

/**
 * The counter code of this second: `https://<host>/q/<v>.<token>.<elapsed>.<mac>`.
 * @throws RangeError when the parts do not make a code that `parseCode` accepts
 */
export function makeCode({ baseUrl, secret, ...fields }: MakeCodeInput): string {
  const mac = encodeBase64url(codeMac(secret, fields));
  const code = `${baseUrl.replace(/\/$/, '')}/q/${codeVersion}.${fields.token}.${fields.elapsed}.${mac}`;
  if (parseCode(code) === undefined)
    throw new RangeError('counter code: token, elapsed seconds or base URL out of form');
  return code;
}
