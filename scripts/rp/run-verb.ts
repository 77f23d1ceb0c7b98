import type { Desk } from './desk.ts';
import type { Options } from './options.ts';
import { addByCommand } from './verbs/add.ts';
import { addCounterByCommand } from './verbs/add-counter.ts';
import { importByCommand } from './verbs/import.ts';
import {
  originsByCommand,
  quotaByCommand,
  renameByCommand,
  watchByCommand,
  wordByCommand,
} from './verbs/policies.ts';
import { renewByCommand } from './verbs/renew.ts';
import { addKeyByCommand, revokeByCommand, rotateByCommand } from './verbs/rotate-key.ts';
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

/** Each verb with how many words it is about, at least. */
const verbs: Readonly<Record<string, readonly [least: number, verb: Verb]>> = {
  add: [1, (desk, [name = ''], given) => addByCommand(desk, name, given)],
  'add-counter': [2, (desk, [rp = '', name = ''], given) => addCounterByCommand(desk, rp, name, given)],
  list: [0, (desk, [rp], given) => listByCommand(desk, rp, given)],
  show: [1, (desk, [id = '']) => showByCommand(desk, id)],
  token: [1, (desk, [counter = ''], given) => tokenByCommand(desk.bffUrl, counter, given)],
  'rotate-key': [1, (desk, [counter = ''], given) => rotateByCommand(desk, counter, given)],
  'add-key': [1, (desk, [counter = ''], given) => addKeyByCommand(desk, counter, given)],
  revoke: [1, (desk, [id = '', kid], given) => revokeByCommand(desk, id, kid, given)],
  quota: [1, (desk, [id = ''], given) => quotaByCommand(desk, id, given)],
  word: [3, (desk, [rp = '', scene = '', word = '']) => wordByCommand(desk, rp, scene, word)],
  watch: [1, (desk, [rp = '']) => watchByCommand(desk, rp)],
  rename: [2, (desk, [rp = '', name = '']) => renameByCommand(desk, rp, name)],
  origins: [1, (desk, [counter = ''], given) => originsByCommand(desk, counter, given)],
  renew: [0, (desk, [id]) => renewByCommand(desk, id)],
  import: [1, (desk, [file = '']) => importByCommand(desk, file)],
  webhook: [2, (desk, about, given) => webhookByCommand(desk, about, given)],
  propose: [2, (desk, about, given) => proposeByCommand(desk, about, given)],
  proposals: [0, (desk) => proposalsByCommand(desk)],
  approve: [1, (desk, [id = '']) => decideByCommand(desk, 'approve', id)],
  withdraw: [1, (desk, [id = '']) => decideByCommand(desk, 'withdraw', id)],
  log: [0, (desk) => logByCommand(desk)],
};

/** Does it; false where there is no such verb, or it was not said what it is about. @throws Error in a sentence, Refused */
export async function runVerb(
  desk: Desk,
  name: string,
  about: readonly string[],
  given: Options,
): Promise<boolean> {
  const [least, verb] = (Object.hasOwn(verbs, name) ? verbs[name] : undefined) ?? [];
  if (least === undefined || verb === undefined || about.length < least) return false;
  await verb(desk, about, given);
  return true;
}
