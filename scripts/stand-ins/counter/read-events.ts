import { createParser } from 'eventsource-parser';

/**
 * The data of each event of that name in a `text/event-stream` (WHATWG HTML, section 9.2), as it arrives. Ends with the
 * stream; an event that was cut off is none.
 */
export async function* readEvents(
  stream: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<string, void, undefined> {
  const arrived: string[] = [];
  const parser = createParser({
    onEvent: ({ event, data }) => {
      if (event === name) arrived.push(data);
    },
  });
  const decoder = new TextDecoder();
  for await (const bytes of stream) {
    parser.feed(decoder.decode(bytes, { stream: true }));
    yield* arrived.splice(0);
  }
}
