import { fileURLToPath } from 'node:url';
import { Misused, runCommand } from '../program/run-command.ts';
import { findErasure } from './find-erasure.ts';
import { inviteByCommand } from './invite.ts';
import { listByCommand } from './list.ts';
import { pairByCommand } from './pair.ts';

const data = fileURLToPath(new URL('../../.data', import.meta.url));
const usage = `usage: npm run operator -- invite NAME   a link by which one person becomes an operator, for 15 minutes
       npm run operator -- token         a token for this command, once an operator approves it in the console
       npm run operator -- list          who is an operator
       npm run operator -- erasure ers_… whether an account was erased, by the number of its receipt

Options: --bff URL  the BFF; by default the one whose token is here, or the running sandbox.
The first operator is invited on the server itself: with LZ_DATABASE and LZ_PUBLIC_URL as its BFF has them.
`;

/** `npm run operator`. */
await runCommand({
  ...{ usage, options: { bff: { type: 'string' } }, words: [1, 2] },
  async run([verb, name], { bff }) {
    const place = { data, ...(bff === undefined ? {} : { bffUrl: bff.replace(/\/$/, '') }) };
    if (verb === 'invite' && name !== undefined) return await inviteByCommand(place, name, console.log);
    if (verb === 'token' && name === undefined) return await pairByCommand(place, console.log);
    if (verb === 'list' && name === undefined) return await listByCommand(place, console.log);
    if (verb === 'erasure' && name !== undefined) return await findErasure(place, name, console.log);
    throw new Misused(
      verb === 'invite' ? 'invite takes a name.' : 'It is one of invite NAME, token, list, erasure NUMBER.',
    );
  },
});
