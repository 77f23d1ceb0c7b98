import type { FastifyReply } from 'fastify';
import * as limits from '../../../../shared/limits.ts';

/** One answer of server-sent events (WHATWG HTML, section 9.2). Nothing is sent before `start` or the first event. */
export interface EventStream {
  start(): void;
  event(name: string, data: string, id: string): void;
  /** A comment: a line that begins with a colon. It ends no event, as some parsers take an empty line for one. */
  beat(): void;
  /** The last event, then the end. `retry` are milliseconds to come back after, where other than at the start. */
  end(name: string, data: string, retry?: number): void;
  /** Resolves when all was taken off our hands, or the reader is gone. */
  drained(): Promise<void>;
}

/** @param retry milliseconds after which the reader comes back where the line broke */
export function eventStream(reply: FastifyReply, retry: number): EventStream {
  const { raw } = reply;
  let pending = '';
  let stuck = false;

  const gone = () => raw.destroyed || raw.writableEnded;
  const send = () => {
    const text = pending;
    pending = '';
    if (text === '' || gone()) return;
    if (raw.writableLength > limits.eventStreamUnread) raw.destroy();
    else raw.write(text);
  };
  // What is written in one turn leaves in one piece.
  const write = (text: string) => {
    if (gone()) return;
    start();
    if (pending === '') setImmediate(send);
    pending += text;
  };
  const start = () => {
    if (raw.headersSent) return;
    reply.hijack();
    for (const [name, value] of Object.entries(reply.getHeaders()))
      if (value !== undefined) raw.setHeader(name, value);
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'x-accel-buffering': 'no',
    });
    raw.on('drain', () => {
      stuck = false;
    });
    write(`retry: ${retry}\n:\n`);
  };

  return {
    start,
    event: (name, data, id) => write(`event: ${name}\ndata: ${data}\nid: ${id}\n\n`),
    beat() {
      if (raw.writableNeedDrain && stuck) raw.destroy();
      stuck = raw.writableNeedDrain;
      write(':\n');
    },
    end(name, data, later) {
      write(`${later === undefined ? '' : `retry: ${later}\n`}event: ${name}\ndata: ${data}\n\n`);
      send();
      if (!gone()) raw.end();
    },
    async drained() {
      await new Promise((resolve) => setImmediate(resolve));
      while (!gone() && raw.writableNeedDrain)
        await new Promise<void>((resolve) => {
          raw.once('drain', resolve);
          raw.once('close', resolve);
        });
    },
  };
}
