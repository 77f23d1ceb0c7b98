import { Misused, runCommand } from '../program/run-command.ts';
import { type AuthorityAct, authorityCeremony } from './authority-ceremony.ts';
import { makeKeys } from './make-keys.ts';
import { rootCeremony } from './root-ceremony.ts';
import { type Rotatable, rotatable, rotate } from './rotate.ts';

const usage = `usage:
  npm run keys -- init FOLDER                        makes all keys of a BFF
  npm run keys -- rotate WHAT FOLDER [--urgent]      WHAT: ${rotatable.join(', ')}
  npm run keys -- root FOLDER --witness NAME --witness NAME [--rehearsal]
                                                     the root of a sandbox authority, on a machine without a network
  npm run keys -- authority show FOLDER              the key list of a sandbox authority, where it keeps its keys
  npm run keys -- authority rotate FOLDER            new keys to sign and to seal by; those before count for a day
  npm run keys -- authority rotate-registrar FOLDER  a new key of the registrar; what was said before counts until it runs out
  npm run keys -- authority strike KEY FOLDER        a key leaked: it counts no more, at once
  --urgent   the old result keys leaked: the new one signs at once and alone
`;

/** `npm run keys`. Shows no key. */
await runCommand({
  usage,
  options: {
    urgent: { type: 'boolean', default: false },
    witness: { type: 'string', multiple: true, default: [] },
    rehearsal: { type: 'boolean', default: false },
  },
  words: [1, 4],
  run([verb = '', ...about], { urgent, witness: witnesses, rehearsal }) {
    const [first, second, third] = about;
    const now = Date.now();
    const say = (text: string) => process.stdout.write(text);
    if (verb === 'init' && first !== undefined && second === undefined) return say(makeKeys(first, now));
    if (verb === 'root' && first !== undefined && second === undefined)
      return say(rootCeremony(first, now, { witnesses, rehearsal }));
    if (verb === 'rotate' && first !== undefined && !isRotatable(first))
      throw new Misused(`There is no key ${first} to rotate. There are: ${rotatable.join(', ')}.`);
    if (verb === 'rotate' && isRotatable(first) && second !== undefined && third === undefined)
      return say(rotate(first, second, now, { urgent }));
    if (verb === 'authority') return say(ofAuthority(about, now));
    throw new Misused('It is one of init FOLDER, rotate WHAT FOLDER, root FOLDER, authority ACT FOLDER.');
  },
});

function ofAuthority([act, first, second, third]: string[], now: number): string {
  if (act === 'strike' && first !== undefined && second !== undefined && third === undefined)
    return authorityCeremony(second, now, { act, name: first });
  if (isAct(act) && first !== undefined && second === undefined)
    return authorityCeremony(first, now, { act });
  throw new Misused('It is one of show FOLDER, rotate FOLDER, rotate-registrar FOLDER, strike KEY FOLDER.');
}

function isAct(word: string | undefined): word is Exclude<AuthorityAct['act'], 'strike'> {
  return word === 'show' || word === 'rotate' || word === 'rotate-registrar';
}

function isRotatable(word: string | undefined): word is Rotatable {
  return rotatable.some((each) => each === word);
}
