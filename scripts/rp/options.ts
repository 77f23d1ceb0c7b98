import { parseArgs } from 'node:util';
import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import { revocationReasons, ScenePolicy } from '../../shared/contract/operator/terms.ts';

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
  leaked: { type: 'boolean' },
  ending: { type: 'boolean' },
  encrypt: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

export type Options = ReturnType<typeof readOptions>['values'];

/** @throws TypeError on an option that there is not */
export function readOptions(args: readonly string[]) {
  return parseArgs({ args: [...args], allowPositionals: true, options });
}

const SceneName = ScenePolicy.properties.scene;
const Reason = Type.Union(revocationReasons.map((reason) => Type.Literal(reason)));

/** @throws Error that names the scenes that there are */
export function scenesIn({ scene = ['hotel'] }: Options): Static<typeof SceneName>[] {
  return scene.map((name) => {
    if (Value.Check(SceneName, name)) return name;
    throw new Error(
      `There is no scene ${name}. There are: hotel, net-bar, parcel, peer, gov-window, traffic.`,
    );
  });
}

/** @throws Error that names the reasons that there are */
export function reasonIn({ reason = 'closed' }: Options): (typeof revocationReasons)[number] {
  const found = revocationReasons.find((each) => each === reason);
  if (found !== undefined && Value.Check(Reason, reason)) return found;
  throw new Error(`--reason is one of ${revocationReasons.join(', ')}.`);
}
