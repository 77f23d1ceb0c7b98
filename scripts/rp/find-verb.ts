import { Misused } from '../program/run-command.ts';
import type { Desk } from './desk.ts';
import type { Options } from './options.ts';
import { addByCommand } from './verbs/add.ts';
import { addCounterByCommand } from './verbs/add-counter.ts';
import { importByCommand } from './verbs/import.ts';
import { ownerByCommand, pointByCommand } from './verbs/places.ts';
import { originsByCommand, quotaByCommand, renameByCommand, watchByCommand } from './verbs/policies.ts';
import { renewByCommand } from './verbs/renew.ts';
import { addKeyByCommand, revokeByCommand, rotateByCommand } from './verbs/rotate-key.ts';
import { sceneByCommand, wordByCommand } from './verbs/scene.ts';
import { listByCommand, showByCommand } from './verbs/show.ts';
import { tokenByCommand } from './verbs/token.ts';
import {
  decideByCommand,
  logByCommand,
  proposalsByCommand,
  proposeByCommand,
} from './verbs/two-operators.ts';
import { webhookByCommand } from './verbs/webhook.ts';

type Verb = (desk: Desk, about: readonly string[], given: Options) => Promise<void>;

/** Each verb with the words that it is about, those in brackets where wanted. */
const verbs: Readonly<Record<string, readonly [about: string, verb: Verb]>> = {
  add: ['NAME', (desk, [name = ''], given) => addByCommand(desk, name, given)],
  'add-counter': [
    'RP NAME',
    (desk, [rp = '', name = ''], given) => addCounterByCommand(desk, rp, name, given),
  ],
  list: ['[RP]', (desk, [rp], given) => listByCommand(desk, rp, given)],
  show: ['ID', (desk, [id = '']) => showByCommand(desk, id)],
  token: ['COUNTER', (desk, [counter = ''], given) => tokenByCommand(desk.bffUrl, counter, given)],
  'rotate-key': ['COUNTER', (desk, [counter = ''], given) => rotateByCommand(desk, counter, given)],
  'add-key': ['COUNTER', (desk, [counter = ''], given) => addKeyByCommand(desk, counter, given)],
  revoke: ['ID [KID]', (desk, [id = '', kid], given) => revokeByCommand(desk, id, kid, given)],
  quota: ['ID', (desk, [id = ''], given) => quotaByCommand(desk, id, given)],
  word: ['RP SCENE POLICY', (desk, [rp = '', scene = '', word = '']) => wordByCommand(desk, rp, scene, word)],
  scene: ['RP SCENE', (desk, [rp = '', scene = ''], given) => sceneByCommand(desk, rp, scene, given)],
  watch: ['RP', (desk, [rp = '']) => watchByCommand(desk, rp)],
  rename: ['RP NAME', (desk, [rp = '', name = '']) => renameByCommand(desk, rp, name)],
  origins: ['COUNTER', (desk, [counter = ''], given) => originsByCommand(desk, counter, given)],
  renew: ['[ID]', (desk, [id]) => renewByCommand(desk, id)],
  import: ['FILE', (desk, [file = '']) => importByCommand(desk, file)],
  point: ['VERB [ID] [NAME]', (desk, about, given) => pointByCommand(desk, about, given)],
  'terminal-owner': ['VERB [ID] [NAME]', (desk, about, given) => ownerByCommand(desk, about, given)],
  webhook: ['VERB ID [MORE]', (desk, about, given) => webhookByCommand(desk, about, given)],
  propose: ['WHAT ID [SCENE] [POLICY]', (desk, about, given) => proposeByCommand(desk, about, given)],
  proposals: ['', (desk) => proposalsByCommand(desk)],
  approve: ['PROPOSAL', (desk, [id = '']) => decideByCommand(desk, 'approve', id)],
  withdraw: ['PROPOSAL', (desk, [id = '']) => decideByCommand(desk, 'withdraw', id)],
  log: ['', (desk) => logByCommand(desk)],
};

/**
 * What a verb does with these words, before a desk is open.
 * @throws Misused where there is no such verb, or it takes other words. What it answers throws Error in a sentence, Refused
 */
export function findVerb(
  name: string,
  about: readonly string[],
): (desk: Desk, given: Options) => Promise<void> {
  const [words, verb] = (Object.hasOwn(verbs, name) ? verbs[name] : undefined) ?? [];
  if (words === undefined || verb === undefined)
    throw new Misused(`There is no verb ${name}. There are: ${Object.keys(verbs).join(', ')}.`);
  const wanted = words.split(' ').filter((word) => word !== '');
  const least = wanted.filter((word) => !word.startsWith('[')).length;
  if (about.length < least || about.length > wanted.length)
    throw new Misused(`${name} takes ${words || 'no more words'}; a name of several words stands in quotes.`);
  return (desk, given) => verb(desk, about, given);
}
