import { describe, expect, it } from 'vitest';
import { readEvents, type StreamNotes } from './read-events.ts';

async function events(...parts: string[]): Promise<string[]> {
  async function* stream() {
    for (const part of parts) yield new TextEncoder().encode(part);
  }
  const seen: string[] = [];
  for await (const data of readEvents(stream(), 'session')) seen.push(data);
  return seen;
}

describe('the event stream of a counter', () => {
  it('gives the data of each event, however the bytes are cut', async () => {
    const text = ':\n\nevent: session\ndata: {"a":"证"}\nid: 1\n\nevent: session\ndata: 2\n\n';
    expect(await events(text)).toEqual(['{"a":"证"}', '2']);
    const bytes = new TextEncoder().encode(text);
    async function* byteByByte() {
      for (const byte of bytes) yield Uint8Array.of(byte);
    }
    const seen: string[] = [];
    for await (const data of readEvents(byteByByte(), 'session')) seen.push(data);
    expect(seen).toEqual(['{"a":"证"}', '2']);
  });

  it('passes over heartbeats and events of another name', async () => {
    expect(await events(':\n\n', 'event: other\ndata: 1\n\n', 'event: session\r\ndata: 2\r\n\r\n')).toEqual([
      '2',
    ]);
  });

  it('notes where to go on, and when to come back after which end', async () => {
    async function* stream() {
      yield new TextEncoder().encode(
        'retry: 9\n:\nevent: session\ndata: 1\nid: a\n\n:\nretry: 5000\nevent: end\ndata: {"reason":"restart"}\n\n',
      );
    }
    const notes: StreamNotes = {};
    for await (const data of readEvents(stream(), 'session', notes)) expect(data).toBe('1');
    expect(notes).toEqual({ last: 'a', retry: 5000, end: '{"reason":"restart"}' });
  });

  it('gives no event that was cut off', async () => {
    expect(await events('event: session\ndata: 1\n')).toEqual([]);
  });
});
