import { createParser } from 'eventsource-parser';

/** What a stream says beside its events of interest, for whoever takes it up again. */
export interface StreamNotes {
  /** The id of the last event. */
  last?: string;
  /** Milliseconds after which to come back. */
  retry?: number;
  /** The data of the event that announced its end. */
  end?: string;
}

/**
 * The data of each event of that name in a `text/event-stream` (WHATWG HTML, section 9.2), as it arrives. Ends with the
 * stream; an event that was cut off is none.
 */
export async function* readEvents(
  stream: AsyncIterable<Uint8Array>,
  name: string,
  notes: StreamNotes = {},
): AsyncGenerator<string, void, undefined> {
  const arrived: string[] = [];
  const parser = createParser({
    onRetry(milliseconds) {
      notes.retry = milliseconds;
    },
    onEvent({ event, data, id }) {
      if (id !== undefined) notes.last = id;
      if (event === 'end') notes.end = data;
      if (event === name) arrived.push(data);
    },
  });
  const decoder = new TextDecoder();
  for await (const bytes of stream) {
    parser.feed(decoder.decode(bytes, { stream: true }));
    yield* arrived.splice(0);
  }
}
