import type { SendFault } from '../../ports/webhooks.ts';

/** Milliseconds until the moment that a `Retry-After` names (RFC 9110 section 10.2.3); undefined where it names none. */
export function readRetryAfter(header: string | string[] | undefined, now: number): number | undefined {
  if (typeof header !== 'string' || header.length > 40) return undefined;
  if (/^[0-9]{1,9}$/.test(header)) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** What kept a try from an answer, by the codes of Node and undici; never by their texts, which may quote what was sent. */
export function faultOf(fault: unknown): SendFault {
  for (let cause: unknown = fault; cause instanceof Error; cause = cause.cause) {
    const code = 'code' in cause ? String(cause.code) : '';
    if (cause.name === 'AddressRefused') return 'address-refused';
    if (/TIMEOUT|TIMEDOUT/.test(code)) return 'timeout';
    if (/^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|EPROTO)/.test(code)) return 'tls-refused';
    if (cause.name === 'HTTPParserError' || /^(UND_ERR_HEADERS_OVERFLOW|UND_ERR_RESPONSE)/.test(code))
      return 'answer-invalid';
  }
  return 'unreachable';
}
