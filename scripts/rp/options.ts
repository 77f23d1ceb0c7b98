import type { parseArgs } from 'node:util';
import { revocationReasons } from '../../shared/contract/operator/terms.ts';
import { type Scene, sceneNames } from '../../shared/scenes.ts';
import { Misused } from '../program/run-command.ts';

const text = { type: 'string' } as const;
const many = { type: 'string', multiple: true } as const;

/** What the verbs take, besides what they are about. */
export const options = {
  bff: text,
  id: text,
  counter: many,
  place: text,
  scene: many,
  origin: many,
  key: text,
  overlap: text,
  reason: text,
  calls: text,
  sessions: text,
  'live-sessions': text,
  streams: text,
  name: text,
  event: many,
  signing: text,
  state: text,
  since: text,
  find: text,
  level: text,
  purpose: many,
  'not-before': text,
  'not-after': text,
  remove: { type: 'boolean' },
  leaked: { type: 'boolean' },
  ending: { type: 'boolean' },
  encrypt: { type: 'boolean' },
} as const;

export type Options = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

/** @throws Error that names the scenes that there are */
export function scenesIn({ scene = ['hotel'] }: Options): Scene[] {
  return scene.map((name) => {
    const found = sceneNames.find((each) => each === name);
    if (found !== undefined) return found;
    throw new Error(`There is no scene ${name}. There are: ${sceneNames.join(', ')}.`);
  });
}

/** @throws Error that names the reasons that there are */
export function reasonIn({ reason = 'closed' }: Options): (typeof revocationReasons)[number] {
  const found = revocationReasons.find((each) => each === reason);
  if (found !== undefined) return found;
  throw new Error(`--reason is one of ${revocationReasons.join(', ')}.`);
}

/** A time as people write it, in epoch milliseconds. @throws Misused that shows how */
export function timeIn(option: 'since' | 'not-before' | 'not-after', text: string): number {
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw new Misused(`--${option} is a time, such as 2026-12-01T08:00:00Z.`);
  return time;
}
