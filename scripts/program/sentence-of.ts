/** What the system says where nobody listens, nothing is found by that name, or the line breaks. */
const unreached: ReadonlySet<string> = new Set([
  ...[
    'ECONNREFUSED',
    'ECONNRESET',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'ENOTFOUND',
    'EAI_AGAIN',
    'ETIMEDOUT',
    'EPIPE',
  ],
  ...['UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_SOCKET'],
]);

/** A fault as one sentence for who sits at the terminal: what is wrong, and what to do. Of the system's own faults, wherever they are wrapped. */
export function sentenceOf(fault: unknown): string {
  for (const each of causesOf(fault)) {
    const sentence = each instanceof AggregateError ? undefined : ofSystem(each);
    if (sentence !== undefined) return sentence;
  }
  if (!(fault instanceof Error) || fault.message === '') return 'That did not work.';
  // What `fetch` says of every fault of its own.
  if (fault.message !== 'fetch failed') return fault.message;
  return `Nobody is reached there: ${fault.cause instanceof Error ? fault.cause.message : 'no connection'}.`;
}

/** The fault, what it was caused by, and so on; of several at once the first. */
function* causesOf(fault: unknown): Generator<Error> {
  const seen = new Set<unknown>();
  for (let each = fault; each instanceof Error && !seen.has(each); ) {
    seen.add(each);
    yield each;
    each = each instanceof AggregateError ? each.errors[0] : each.cause;
  }
}

function ofSystem(fault: Error): string | undefined {
  const { code, path, port, address, hostname, input } = factsOf(fault);
  if (code === 'EADDRINUSE') return `Port ${port} is taken: end what listens there, or choose another port.`;
  if (code === 'EACCES' && port !== '') return `Port ${port} is not yours to open: choose one above 1023.`;
  if (unreached.has(code)) {
    const where = address === '' ? hostname : port === '' ? address : `${address}:${port}`;
    return `Nobody answers${where === '' ? '' : ` at ${where}`}. Start the service there (a sandbox: npm start), or name another address (--help).`;
  }
  if (code === 'ERR_INVALID_URL')
    return `${input} is no URL: it begins with https:// (or http:// on this machine).`;
  if (code === 'ENOENT' && path !== '') return `There is no file ${path}.`;
  if (code === 'EISDIR') return `${path === '' ? 'That' : path} is a folder, and a file is wanted.`;
  if (code === 'EACCES' || code === 'EPERM') return `${path} is not yours to read or write.`;
  return undefined;
}

type Fact = 'code' | 'path' | 'port' | 'address' | 'hostname' | 'input';

function factsOf(fault: Error): Record<Fact, string> {
  const all = new Map<string, unknown>(Object.entries(fault));
  const text = (name: string) => {
    const value = all.get(name);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  return {
    ...{ code: text('code'), path: text('path'), port: text('port') },
    ...{ address: text('address'), hostname: text('hostname'), input: text('input') },
  };
}
