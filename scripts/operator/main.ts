import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { inviteByCommand } from './invite.ts';
import { listByCommand } from './list.ts';
import { pairByCommand } from './pair.ts';

const data = fileURLToPath(new URL('../../.data', import.meta.url));
const usage = `usage: npm run operator -- invite NAME   a link by which one person becomes an operator, for 15 minutes
       npm run operator -- token         a token for this command, once an operator approves it in the console
       npm run operator -- list          who is an operator

Options: --bff URL  the BFF; by default the one whose token is here, or the running sandbox.
The first operator is invited on the server itself: with LZ_DATABASE and LZ_PUBLIC_URL as its BFF has them.
`;

/** `npm run operator`: ends with 0 where it was done, with 1 and a sentence where not. */
try {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { bff: { type: 'string' } } });
  const [verb, name] = positionals;
  const place = { data, ...(values.bff === undefined ? {} : { bffUrl: values.bff.replace(/\/$/, '') }) };
  if (verb === 'invite' && name !== undefined) await inviteByCommand(place, name, console.log);
  else if (verb === 'token') await pairByCommand(place, console.log);
  else if (verb === 'list') await listByCommand(place, console.log);
  else {
    process.stderr.write(usage);
    process.exitCode = 1;
  }
} catch (fault) {
  process.stderr.write(`${fault instanceof Error ? fault.message : 'That did not work.'}\n`);
  process.exitCode = 1;
}
