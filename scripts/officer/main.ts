import { fileURLToPath } from 'node:url';
import {
  addOfficerCall,
  inviteOfficerCall,
  listAllPointsCall,
  listOfficersCall,
  listRaisedCall,
  reviewRaisedCall,
  revokeOfficerCall,
  revokeOfficerPasskeyCall,
  revokePointCall,
} from '../../shared/contract/authority/administrator.ts';
import {
  endDelegationsCall,
  listBoundCall,
  registerTerminalCall,
} from '../../shared/contract/authority/family.ts';
import { Misused, runCommand } from '../program/run-command.ts';
import { askDesk, findDesk } from './desk.ts';
import { pagesOf } from './pages-of.ts';

const data = fileURLToPath(new URL('../../.data', import.meta.url));
const usage = `usage: npm run officer -- add NAME --legal-name NAME --id-number NUMBER --point acp_... [--first]
       npm run officer -- add NAME --legal-name NAME --id-number NUMBER --rp rp_... --counter cnt_... [--first]
                                              makes an officer of a person who has a strict credential; --first: one of the first few, who need none until theirs
                                              is raised, for 30 days at the most
       npm run officer -- invite off_...      a link by which the officer registers a passkey, for 15 minutes
       npm run officer -- list                officers and their passkeys
       npm run officer -- points              acceptance points
       npm run officer -- revoke off_...|acp_...|off_... --passkey ID
                                              an officer, a point or one passkey raises nothing more, also in flight
       npm run officer -- raised off_...|acp_...   what it has raised, the newest first
       npm run officer -- review off_...|acp_...   puts all of that under review by other officers
       npm run officer -- bound off_...|acp_...    the delegations that it has bound, and the revocations: when, where, who signed
       npm run officer -- unbind off_...|acp_...   ends all delegations that it has bound
                                              these four with --passkey ID: what was signed with that one
       npm run officer -- terminal cnt_... [--off] a counter is a terminal of class II, and may take a ward's face; --off: no more

The administrator's desk of the authority: of the running sandbox, or by AUTHORITY_URL and AUTHORITY_ADMINISTRATOR_TOKEN.
`;
const say = (line: string) => void process.stdout.write(`${line}\n`);

const options = {
  'legal-name': { type: 'string' },
  'id-number': { type: 'string' },
  point: { type: 'string' },
  rp: { type: 'string' },
  counter: { type: 'string' },
  passkey: { type: 'string' },
  first: { type: 'boolean' },
  off: { type: 'boolean' },
} as const;

/** What came with the word that says what to do. */
type Values = { [name in keyof typeof options]?: string | boolean | undefined };

/** Verbs that are about nobody in particular. */
const ofAll: ReadonlySet<string> = new Set(['list', 'points']);

function firstness(exemptUntil: number | undefined): string {
  if (exemptUntil === undefined) return '';
  const day = new Date(exemptUntil).toISOString().slice(0, 10);
  const needs =
    exemptUntil > Date.now() ? `needs no strict credential until ${day}` : 'needs a strict credential';
  return `, first: ${needs}`;
}

async function run([verb = '', subject = '']: string[], values: Values): Promise<void> {
  const desk = () => findDesk(data, process.env);
  const { passkey } = values;
  const one = subject.startsWith('acp_') ? { pointId: subject } : { officerId: subject };
  const by = typeof passkey === 'string' ? { passkeyId: passkey } : one;
  switch (subject !== '' || ofAll.has(verb) ? verb : undefined) {
    case 'add': {
      const { point, rp, counter, first } = values;
      const at = point === undefined ? { rpId: rp, counterId: counter } : { pointId: point };
      const isPlaced = point !== undefined || (rp !== undefined && counter !== undefined);
      if (values['legal-name'] === undefined || values['id-number'] === undefined || !isPlaced)
        throw new Misused('add takes --legal-name, --id-number, and where: --point, or --rp and --counter.');
      const about = { legalName: values['legal-name'], idNumber: values['id-number'] };
      const body = { name: subject, ...about, at, ...(first && { first }) };
      const { officerId } = await askDesk(await desk(), addOfficerCall, { body });
      say(`${officerId} is an officer. Next: npm run officer -- invite ${officerId}`);
      return;
    }
    case 'invite': {
      const { link } = await askDesk(await desk(), inviteOfficerCall, {
        params: { officerId: subject },
        body: {},
      });
      say(`Open within 15 minutes, once:\n${link}`);
      return;
    }
    case 'list': {
      const { officers } = await askDesk(await desk(), listOfficersCall);
      for (const { officerId, name, role, pointId, counterId, standing, exemptUntil, passkeys } of officers) {
        const keys = passkeys.map((each) => `${each.name} (${each.passkeyId}, ${each.standing})`).join(', ');
        say(
          `${officerId}  ${name}  ${role} at ${pointId ?? counterId}  ${standing}${firstness(exemptUntil)}  ${keys}`,
        );
      }
      return;
    }
    case 'points': {
      const { points } = await askDesk(await desk(), listAllPointsCall);
      for (const { pointId, name, counterId, standing } of points)
        say(`${pointId}  ${name}  ${counterId}  ${standing}`);
      return;
    }
    case 'revoke': {
      if ('pointId' in one && passkey !== undefined)
        throw new Misused('A point has no passkey: --passkey goes with the off_... whose it is.');
      if ('pointId' in one) await askDesk(await desk(), revokePointCall, { params: one, body: {} });
      else if (typeof passkey !== 'string')
        await askDesk(await desk(), revokeOfficerCall, { params: one, body: {} });
      else
        await askDesk(await desk(), revokeOfficerPasskeyCall, {
          params: { ...one, passkeyId: passkey },
          body: {},
        });
      const which = typeof passkey === 'string' ? `${subject} --passkey=${passkey}` : subject;
      say(`Revoked. What it did: npm run officer -- raised ${which}, and bound ${which}`);
      return;
    }
    case 'raised': {
      const open = await desk();
      for await (const { cases } of pagesOf((from) =>
        askDesk(open, listRaisedCall, { body: { ...by, ...from } }),
      ))
        for (const { reference, decidedAt, state, decision } of cases)
          say(`${reference}  ${new Date(decidedAt).toISOString()}  ${state}  ${decision.outcome}`);
      return;
    }
    case 'bound': {
      const open = await desk();
      for await (const { acts } of pagesOf((from) =>
        askDesk(open, listBoundCall, { body: { ...by, ...from } }),
      ))
        for (const { kind, at, pointId, hands, delegationIds } of acts) {
          const signed = hands.map(({ officerId, passkeyId = 'unknown' }) => `${officerId} (${passkeyId})`);
          const when = new Date(at).toISOString();
          say(`${when}  ${kind}  ${pointId}  ${signed.join(', ')}  ${delegationIds.join(' ')}`.trim());
        }
      return;
    }
    case 'review': {
      const { underReview } = await askDesk(await desk(), reviewRaisedCall, { body: by });
      say(`${underReview} under review: basic until another officer has confirmed each.`);
      return;
    }
    case 'unbind': {
      const { ended } = await askDesk(await desk(), endDelegationsCall, { body: by });
      say(`${ended} ended; guardians are told.`);
      return;
    }
    case 'terminal': {
      const body = { counterId: subject, stands: values.off !== true };
      const { stands } = await askDesk(await desk(), registerTerminalCall, { body });
      say(`${subject} ${stands ? 'may' : 'may not'} take the face of a ward.`);
      return;
    }
    default:
      throw new Misused(
        'It is list or points; or, with the name or id of whom it is about, add, invite, revoke, raised, review, bound, unbind or terminal.',
      );
  }
}

/** `npm run officer`. */
await runCommand({ usage, options, words: [1, 2], run });
