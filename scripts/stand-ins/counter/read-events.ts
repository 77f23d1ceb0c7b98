/**
 * The data of each event of that name in a `text/event-stream` (WHATWG HTML, section 9.2), as it arrives. Ends with the
 * stream.
 */
export async function* readEvents(
  stream: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder();
  let pending = '';
  for await (const bytes of stream) {
    pending += decoder.decode(bytes, { stream: true });
    const events = pending.split(/\r?\n\r?\n/);
    pending = events.pop() ?? '';
    for (const event of events) {
      const fields = event.split(/\r?\n/).map(readField);
      if (!fields.some(([field, value]) => field === 'event' && value === name)) continue;
      yield fields
        .filter(([field]) => field === 'data')
        .map(([, value]) => value)
        .join('\n');
    }
  }
}

function readField(line: string): [string, string] {
  const colon = line.indexOf(':');
  return colon < 0 ? [line, ''] : [line.slice(0, colon), line.slice(colon + 1).replace(/^ /, '')];
}
