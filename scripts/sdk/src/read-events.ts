/** One event of a `text/event-stream`. */
export interface StreamEvent {
  name: string;
  data: string;
  /** The last id that was said, with this event or before it. */
  id: string;
}

/** More than the largest event with room to spare; a longer line is none of this service. */
const longest = 256 * 1024;

/**
 * The events of a `text/event-stream` (WHATWG HTML, section 9.2) as they arrive; what is cut off is none. Comments and events alike are signs of
 * life. @throws Error where a line has no end
 */
export async function* readEvents(
  stream: ReadableStream<Uint8Array>,
  told: { alive(): void; retry(milliseconds: number): void },
): AsyncGenerator<StreamEvent, void, undefined> {
  const decoder = new TextDecoder();
  let text = '';
  let event = { name: '', data: [] as string[], id: '' };
  for await (const bytes of stream) {
    told.alive();
    text += decoder.decode(bytes, { stream: true });
    const lines = text.split(/\r\n|\n|\r(?!$)/);
    text = lines.pop() ?? '';
    if (text.length > longest) throw new Error('a line of the stream has no end');
    for (const line of lines) {
      if (line === '') {
        const { name, data, id } = event;
        event = { name: '', data: [], id };
        if (data.length > 0) yield { name: name || 'message', data: data.join('\n'), id };
        continue;
      }
      const [, field = '', value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
      if (field === 'event') event.name = value;
      if (field === 'data') event.data.push(value);
      if (field === 'id' && !value.includes('\0')) event.id = value;
      if (field === 'retry' && /^[0-9]{1,7}$/.test(value)) told.retry(Number(value));
    }
  }
}
