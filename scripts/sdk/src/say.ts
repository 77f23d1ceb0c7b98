import type { components } from './api.ts';
import { type CheckView, isMessageTable, type MessageTable } from './guards.ts';
import type { Fetch } from './read-answer.ts';
import { readAnswer } from './read-answer.ts';

type Message = components['schemas']['Message'];
type People = components['schemas']['MessagePeople'];
type Text = components['schemas']['Text'];
export type Audience = 'clerk' | 'guest' | 'holder';
export type Language = keyof Text;

/** What is, and what to do next. */
export interface Sentence {
  title: string;
  hint: string;
}

/** What to tell somebody at this moment of a check, in the words of the service's own counter. */
export type Say = (view: Moment, audience: Audience, language: Language) => Sentence;
export type Moment = Pick<CheckView, 'state' | 'scene' | 'word' | 'needsMoreTime'> & {
  purpose?: People['purpose'];
};

/** Fetches the table of messages, which is the same for everybody. @throws Refused, Unreachable */
export async function readMessages(fetch: Fetch, base: string): Promise<MessageTable> {
  const url = new URL('/counter/v1/messages', base).href;
  return await readAnswer(fetch, { method: 'GET', url }, isMessageTable);
}

/** Looks up the table: the message that says most of what is the case. The holder, where nothing is said to that side, is told what the guest is. */
export function sayBy({ messages, people }: MessageTable): Say {
  return (view, audience, language) => {
    const [message] = messages
      .filter((each) => fits(each, view))
      .sort((one, other) => toldBy(other) - toldBy(one));
    if (message === undefined) throw new TypeError(`there is no message for the state ${view.state}`);
    const ofScene = people.filter(({ scene }) => scene === view.scene);
    const those =
      ofScene.find(({ purpose }) => purpose !== undefined && purpose === view.purpose) ??
      ofScene.find(({ purpose }) => purpose === undefined);
    const { title, hint } = message[audience] ?? message.guest;
    return { title: filled(title[language], language, those), hint: filled(hint[language], language, those) };
  };
}

/** A moment without a state is before or after a check. */
function fits({ state, word, needsMoreTime }: Message, view: Moment): boolean {
  if (state !== view.state) return false;
  if (word !== undefined && word !== view.word) return false;
  return needsMoreTime === undefined || view.needsMoreTime === true;
}

const toldBy = ({ word, needsMoreTime }: Message) =>
  [word, needsMoreTime].filter((each) => each !== undefined).length;

function filled(text: string, language: Language, people: People | undefined): string {
  if (people === undefined) return text;
  const { guest, staff, next } = people;
  const names = new Map([
    ['guest', guest[language]],
    ['Guest', guest[language].charAt(0).toUpperCase() + guest[language].slice(1)],
    ['staff', staff[language]],
    ['next', next[language].toLowerCase()],
  ]);
  return text.replace(/\{(\w+)\}/g, (mark, name: string) => names.get(name) ?? mark);
}
