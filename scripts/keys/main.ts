import { parseArgs } from 'node:util';
import { makeKeys } from './make-keys.ts';
import { rootCeremony } from './root-ceremony.ts';
import { type Rotatable, rotatable, rotate } from './rotate.ts';

const usage = `usage:
  npm run keys -- init FOLDER                        makes all keys of a BFF
  npm run keys -- rotate WHAT FOLDER [--urgent]      WHAT: ${rotatable.join(', ')}
  npm run keys -- root FOLDER --witness NAME --witness NAME [--rehearsal]
                                                     the root of a sandbox authority, on a machine without a network
  --urgent   the old result keys leaked: the new one signs at once and alone
`;

/** `npm run keys`: ends with 0 where it was done, with 1 and a sentence where not. Shows no key. */
try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      urgent: { type: 'boolean', default: false },
      witness: { type: 'string', multiple: true, default: [] },
      rehearsal: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const said = run(positionals, values);
  if (said === undefined) {
    process.stderr.write(usage);
    process.exitCode = values.help ? 0 : 1;
  } else process.stdout.write(said);
} catch (fault) {
  process.stderr.write(`${fault instanceof Error ? fault.message : 'That did not work.'}\n`);
  process.exitCode = 1;
}

function run(
  [verb, first, second]: string[],
  { urgent, witness, rehearsal }: { urgent: boolean; witness: string[]; rehearsal: boolean },
): string | undefined {
  const now = Date.now();
  if (verb === 'init' && first !== undefined) return makeKeys(first, now);
  if (verb === 'root' && first !== undefined)
    return rootCeremony(first, now, { witnesses: witness, rehearsal });
  if (verb === 'rotate' && isRotatable(first) && second !== undefined)
    return rotate(first, second, now, { urgent });
  return undefined;
}

function isRotatable(word: string | undefined): word is Rotatable {
  return rotatable.some((each) => each === word);
}
