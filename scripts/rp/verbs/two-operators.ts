import { showCounterCall } from '../../../shared/contract/operator/counters.ts';
import { readLogCall } from '../../../shared/contract/operator/log.ts';
import {
  approveProposalCall,
  listProposalsCall,
  type Proposed,
  proposeCall,
  withdrawProposalCall,
} from '../../../shared/contract/operator/proposals.ts';
import { showRelyingPartyCall } from '../../../shared/contract/operator/relying-parties.ts';
import { wordPolicies } from '../../../shared/counter-word.ts';
import { asId } from '../../../shared/ids.ts';
import type { Desk } from '../desk.ts';
import { everyPage } from '../every-page.ts';
import type { Options } from '../options.ts';
import { quotasIn } from './policies.ts';
import { scenesWith } from './scene.ts';

/** `propose WHAT ID`: what one operator may not do alone. @throws Error in a sentence, Refused */
export async function proposeByCommand(
  desk: Desk,
  [what = '', id = '', ...rest]: readonly string[],
  given: Options,
): Promise<void> {
  const proposed = await proposedIn(desk, what, id, rest, given);
  const { proposalId, expiresAt } = await desk.ask(proposeCall, { body: { proposed } });
  console.log(`Proposed. Another operator approves it until ${new Date(expiresAt).toISOString()}:

  npm run rp -- approve ${proposalId}`);
}

async function proposedIn(
  desk: Desk,
  what: string,
  id: string,
  [scene, word]: readonly string[],
  given: Options,
): Promise<Proposed> {
  if (what === 'trust-root') return { kind: 'trust-root', thumbprint: id };
  if (id.startsWith('cnt_')) {
    const { counterId, version, quotasChosen } = await desk.ask(showCounterCall, {
      params: { counterId: id },
    });
    if (what === 'restore') return { kind: 'restore-counter', counterId, version };
    if (what === 'quota')
      return {
        kind: 'raise-counter-quotas',
        counterId,
        version,
        quotas: { ...quotasChosen, ...quotasIn(given) },
      };
  }
  if (id.startsWith('rp_')) {
    const { rpId, version, quotasChosen, scenes } = await desk.ask(showRelyingPartyCall, {
      params: { rpId: asId('rp', id) },
    });
    if (what === 'restore') return { kind: 'restore-rp', rpId, version };
    if (what === 'end-watch') return { kind: 'end-watch', rpId, version };
    if (what === 'quota')
      return { kind: 'raise-rp-quotas', rpId, version, quotas: { ...quotasChosen, ...quotasIn(given) } };
    const counterWord = wordPolicies.find((each) => each === word);
    if (what === 'scene' && scene !== undefined)
      return { kind: 'weaken-scenes', rpId, version, scenes: scenesWith({ rpId, scenes }, scene, given) };
    if (what === 'word' && counterWord !== undefined) {
      const weaker = scenes.map((each) => (each.scene === scene ? { ...each, counterWord } : each));
      return { kind: 'weaken-scenes', rpId, version, scenes: weaker };
    }
  }
  throw new Error(
    'What can be proposed: quota ID, word RP SCENE POLICY, scene RP SCENE, end-watch RP, restore ID, trust-root THUMBPRINT.',
  );
}

/** `proposals`: those that wait. @throws Refused */
export async function proposalsByCommand(desk: Desk): Promise<void> {
  for await (const { proposals } of everyPage(desk, listProposalsCall, { open: 'yes' }))
    for (const { proposalId, byName, proposed } of proposals)
      console.log(`${proposalId}  by ${byName}  ${JSON.stringify(proposed)}`);
}

/** `approve ID`, `withdraw ID`. @throws Refused */
export async function decideByCommand(desk: Desk, verb: 'approve' | 'withdraw', proposalId: string) {
  const call = verb === 'approve' ? approveProposalCall : withdrawProposalCall;
  const { state } = await desk.ask(call, { params: { proposalId } });
  console.log(state === 'done' ? 'Approved: it is in force.' : 'Withdrawn.');
}

/** `log`: the newest entries of the operators' log. @throws Refused */
export async function logByCommand(desk: Desk): Promise<void> {
  const { entries } = await desk.ask(readLogCall, { query: { limit: 50 } });
  for (const { at, event, operatorName, facts } of entries)
    console.log(
      `${new Date(at).toISOString()}  ${operatorName || 'the command'}  ${event}  ${JSON.stringify(facts)}`,
    );
}
