import { Type } from 'typebox';
import { CounterView } from '../../../../../shared/contract/verify/08-result.ts';
import { Cursor, StreamEnd } from '../../../../../shared/contract/verify/08-sessions.ts';
import * as limits from '../../../../../shared/limits.ts';
import { type Entries, named } from '../entry.ts';
import { sample } from '../samples.ts';
import { lasting } from '../written/lasting.ts';
import { claimedView } from './at-counter.ts';

const event = (name: string) => Type.Literal(name, { description: 'The `event:` field.', examples: [name] });
const json = (schema: object, description: string, value: unknown) =>
  Type.Unsafe<string>({
    type: 'string',
    contentMediaType: 'application/json',
    contentSchema: schema,
    description,
    examples: [JSON.stringify(value)],
  });

const SessionEvent = Type.Object({
  event: event('session'),
  id: {
    ...Cursor,
    description: 'The `id:` field, a cursor: with it as `Last-Event-ID` the stream goes on here.',
    examples: [sample.cursor],
  },
  data: json(CounterView, 'The `data:` field: a CounterView as JSON.', claimedView),
});

const EndEvent = Type.Object({
  event: event('end'),
  data: json(StreamEnd, 'The `data:` field: a StreamEnd as JSON.', { reason: 'token-ends' }),
  retry: Type.Optional(
    Type.Integer({ description: 'The `retry:` field, milliseconds: come back after it.', examples: [3000] }),
  ),
});

const CounterEvent = Type.Union([SessionEvent, EndEvent]);

const lines = [
  ['retry: 1000', ''],
  [`id: ${sample.cursor}`, 'event: session', `data: ${JSON.stringify(claimedView)}`, ''],
  [':', ''],
  ['event: end', 'data: {"reason":"token-ends"}', ''],
];

/** The stream, as a text of which each event, once a reader of server-sent events has parsed it, is a CounterEvent. */
export const CounterEvents = {
  type: 'string',
  description: `Server-sent events. Each one, once parsed, is a CounterEvent; a comment each ${lasting(limits.eventStreamHeartbeat)} is a sign of life.`,
  contentMediaType: 'text/event-stream',
  contentSchema: CounterEvent,
  examples: [
    lines
      .flat()
      .map((line) => `${line}\n`)
      .join(''),
  ],
};

/** The events of the stream of a counter, as a reader of server-sent events hands them over. */
export const eventSchemas: Entries = {
  SessionEvent: named(SessionEvent, {
    zh: '会话变化事件',
    en: 'A session of this counter shows something else than before. Of changes that follow at once the last may be all that comes.',
  }),
  EndEvent: named(EndEvent, {
    zh: '事件流正常结束',
    en: 'The last event of a stream that ends in good order.',
  }),
  CounterEvent: named(CounterEvent, { zh: '柜台事件', en: 'Any event of the stream of a counter.' }),
};
