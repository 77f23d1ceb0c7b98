import { decodeBase64url } from '../bytes/base64url.ts';
import { decodeUtf8 } from '../bytes/utf8.ts';
import { JwsError } from './jws-error.ts';

/**
 * The JSON of one part of a compact JWS (RFC 7515 section 3.1): base64url in its one spelling, well-formed UTF-8, then JSON. Of a
 * name that stands there twice the last one counts, here as in every reader of ours (section 4 allows it).
 * @throws JwsError `malformed`
 */
export function readJwsPart(part: string): unknown {
  try {
    return JSON.parse(decodeUtf8(decodeBase64url(part)));
  } catch {
    throw new JwsError('malformed', 'jws: not JSON in UTF-8 in base64url');
  }
}
