import type { IncomingMessage } from 'node:http';

/** uri-host, and a port where there is one (RFC 9110 section 7.2). An http address without a host is none. */
const hostForm = /^(\[[0-9a-f:.]+\]|([\w.~!$&'()*+,;=-]|%[0-9a-f]{2})+)(:[0-9]*)?$/i;
const absoluteForm = /^https?:\/\/[^/?#@\\]+(?=[/?]|$)/i;

/**
 * Whether a message is what HTTP itself demands, before anything else looks at it: a path as target (`targetOf`), one Host of the right
 * form (RFC 9112 section 3.2), no body where none has a meaning (RFC 9110 sections 9.3.1 and 9.3.2), no transfer coding but chunks.
 */
export function isSound({ method, url = '', headers, rawHeaders, httpVersion }: IncomingMessage): boolean {
  if (!url.startsWith('/') && url !== '*') return false;
  const hosts = rawHeaders.filter((name, i) => i % 2 === 0 && name.length === 4 && /^host$/i.test(name));
  if (hosts.length > 1 || (hosts.length === 0 && httpVersion !== '1.0')) return false;
  if (headers.host !== undefined && !hostForm.test(headers.host)) return false;
  const coding = headers['transfer-encoding'];
  if (coding !== undefined && coding.toLowerCase() !== 'chunked') return false;
  if (method !== 'GET' && method !== 'HEAD') return true;
  return coding === undefined && Number(headers['content-length'] ?? 0) === 0;
}

/**
 * The target as routes know it. A whole http address without a user (absolute-form, RFC 9112 section 3.2.2) is taken as its path: which host it names is
 * believed no more than the Host header is.
 */
export function targetOf({ url = '' }: { url?: string | undefined }): string {
  const [authority] = absoluteForm.exec(url) ?? [];
  if (authority === undefined) return url;
  const rest = url.slice(authority.length);
  return rest.startsWith('/') ? rest : `/${rest}`;
}
