import { type Static, Type } from 'typebox';
import { clerkMessages, type Moment } from '../messages/to-the-clerk.ts';
import { counterStates } from '../sessions.ts';
import { type Call, exact, oneOf, PurposeSchema, SceneSchema } from './schema.ts';
import { wordStages } from './verify/08-result.ts';

const isMoment = (name: string): name is Moment => name in clerkMessages;
export const moments = Object.keys(clerkMessages).filter(isMoment);

const Text = exact({ zh: Type.String(), en: Type.String() });

/** Texts of the table, with `{guest}`, `{staff}` and `{next}` in them as they stand. */
export const Said = exact({ title: Text, hint: Text });

/** A moment of a session and what each audience is told of it. */
export const Message = exact({
  moment: oneOf(moments),
  state: Type.Optional(oneOf(counterStates)),
  word: Type.Optional(oneOf(wordStages)),
  needsMoreTime: Type.Optional(Type.Literal(true)),
  clerk: Said,
  guest: Said,
  holder: Type.Optional(Said),
  integrator: Text,
});
export type Message = Static<typeof Message>;

/** Who stands on either side of the counter, as that kind of counter calls them. */
export const MessagePeople = exact({
  scene: SceneSchema,
  purpose: Type.Optional(PurposeSchema),
  guest: Text,
  staff: Text,
  next: Text,
});

export const MessageTable = exact({
  messages: Type.Array(Message),
  people: Type.Array(MessagePeople),
});
export type MessageTable = Static<typeof MessageTable>;

export const readMessagesCall = {
  method: 'GET',
  path: '/counter/v1/messages',
  summary:
    'What to tell the clerk, the guest, the holder and the log at each moment of a session, in Chinese and English.',
  status: 200,
  answer: MessageTable,
} as const satisfies Call;
