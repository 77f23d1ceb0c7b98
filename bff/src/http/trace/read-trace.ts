import type { IncomingMessage } from 'node:http';
import { encodeHex } from '../../../../shared/bytes/hex.ts';
import type { Random } from '../../../../shared/bytes/random.ts';
import * as limits from '../../../../shared/limits.ts';
import type { Trace } from '../../ports/current-call.ts';

/** Version, trace-id, parent-id, flags; a later version may have more behind them (section "Versioning of traceparent"). */
const form = /^(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})(-.*)?$/;
const member =
  /^[a-z0-9][a-z0-9_*/@-]{0,255}=[\x20-\x2b\x2d-\x3c\x3e-\x7e]{0,255}[\x21-\x2b\x2d-\x3c\x3e-\x7e]$/;
const sampledAndRandom = 0b11;

/**
 * The trace that a request continues (W3C Trace Context, level 2), with a span of this process's own. What is malformed is as if it were
 * not there: a new trace begins, and `tracestate` belongs to the old one.
 */
export function readTrace({ headers }: Pick<IncomingMessage, 'headers'>, random: Random): Trace {
  const spanId = encodeHex(random(8));
  const found = typeof headers.traceparent === 'string' ? form.exec(headers.traceparent) : null;
  const [, version, traceId, flags, more] = found ?? [];
  if (traceId === undefined || flags === undefined || (version === '00' && more !== undefined))
    return { traceId: encodeHex(random(16)), spanId, flags: '02', state: undefined };
  const known = (Number.parseInt(flags, 16) & sampledAndRandom).toString(16).padStart(2, '0');
  return { traceId, spanId, flags: known, state: stateOf(headers.tracestate) };
}

/** Whole members from the left, as many as fit; of a list with one that is malformed none. */
function stateOf(header: string | string[] | undefined): string | undefined {
  const members = [header ?? []]
    .flat()
    .join(',')
    .split(',')
    .map((text) => text.trim())
    .filter((text) => text !== '');
  if (!members.every((text) => member.test(text))) return undefined;
  let kept = '';
  for (const text of members.slice(0, limits.traceStateMembers)) {
    const longer = kept === '' ? text : `${kept},${text}`;
    if (longer.length > limits.traceState) break;
    kept = longer;
  }
  return kept === '' ? undefined : kept;
}
