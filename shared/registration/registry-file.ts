import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import { NewCounter } from '../contract/operator/counters.ts';
import {
  CounterIdField,
  PublicKey,
  QuotasChosen,
  RpIdField,
  ScenePolicy,
  Statement,
} from '../contract/operator/terms.ts';
import { exact, SceneSchema } from '../contract/schema.ts';
import { type Scene, sceneNames } from '../scenes.ts';
import type { Text } from '../text.ts';
import { whyMisfit } from './why-misfit.ts';

const { name, place, origins, quotas } = NewCounter.properties;

/** A choice for some of the scenes, by their names. */
const byScene = <S extends (typeof ScenePolicy.properties)['level' | 'purposes' | 'counterWord']>(of: S) =>
  Type.Optional(
    Type.Unsafe<Partial<Record<Scene, Static<S>>>>(
      exact(Object.fromEntries(sceneNames.map((scene) => [scene, Type.Optional(of)]))),
    ),
  );

export const PartyInFile = exact({
  id: RpIdField,
  name: Type.Optional(name),
  scenes: Type.Array(SceneSchema, { minItems: 1, uniqueItems: true }),
  encryptionKey: Type.Optional(PublicKey),
  counterWord: byScene(ScenePolicy.properties.counterWord),
  level: byScene(ScenePolicy.properties.level),
  purposes: byScene(ScenePolicy.properties.purposes),
  quotas: Type.Optional(QuotasChosen),
});
export type PartyInFile = Static<typeof PartyInFile>;

export const CounterInFile = exact({
  id: CounterIdField,
  rpId: RpIdField,
  name: Type.Optional(name),
  place: Type.Optional(place),
  key: PublicKey,
  origins,
  quotas,
  registration: Type.Optional(Statement),
});
export type CounterInFile = Static<typeof CounterInFile>;

const RegistryFile = exact({
  relyingParties: Type.Array(PartyInFile),
  counters: Type.Array(CounterInFile),
});
type RegistryFile = Static<typeof RegistryFile>;

/** Why a file is not taken: names the entry and the place in it, never the content. */
export class RegistryFileFault extends Error {
  override readonly name = 'RegistryFileFault';
  readonly text: Text;

  constructor(text: Text) {
    super(`the registry: ${text.en}`);
    this.text = text;
  }
}

/** What is wrong with one entry of a file, and what to do. @param at `relyingParties[3]`, `counters[0]` */
export function faultOfEntry(at: string, id: string, { zh, en }: Text): RegistryFileFault {
  return new RegistryFileFault({
    zh: `${at}（${id}）${zh}。请改好这一项再导入；什么也没有导入`,
    en: `${at} (${id}) ${en}. Mend that entry and start again: nothing was imported`,
  });
}

/** @throws RegistryFileFault: what is not JSON or does not fit, private keys, an id given twice */
export function parseRegistryFile(text: string): RegistryFile {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw new RegistryFileFault({ zh: '它不是 JSON', en: 'it is not JSON' });
  }
  if (JSON.stringify(content).includes('"d":'))
    throw new RegistryFileFault({
      zh: '里面有私钥：私钥不要给任何人，请只留公钥',
      en: 'it holds a private key, which is for nobody else',
    });
  if (!Value.Check(RegistryFile, content)) throw misfitIn(content);
  refuseTwice('relyingParties', content.relyingParties);
  refuseTwice('counters', content.counters);
  return content;
}

function misfitIn(content: unknown): RegistryFileFault {
  const { at, why } = whyMisfit(Value.Errors(RegistryFile, content));
  const [, list = '', index = '', inner = ''] = /^\/(\w+)\/([0-9]+)(.*)$/.exec(at) ?? [];
  if (list === '') return new RegistryFileFault({ zh: `格式不对：${at} ${why.zh}`, en: `${at} ${why.en}` });
  const id = Value.Pointer.Get(content, `/${list}/${index}/id`);
  const place = inner || '/';
  return faultOfEntry(`${list}[${index}]`, typeof id === 'string' ? id : '?', {
    zh: `格式不对：${place} ${why.zh}`,
    en: `does not fit: ${place} ${why.en}`,
  });
}

function refuseTwice(list: string, entries: readonly { id: string }[]): void {
  const seen = new Set<string>();
  for (const [index, { id }] of entries.entries()) {
    if (seen.has(id)) throw faultOfEntry(`${list}[${index}]`, id, { zh: '出现了两次', en: 'is there twice' });
    seen.add(id);
  }
}
