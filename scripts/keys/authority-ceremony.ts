import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { keyFileName, openKeyRing } from '../authority/keys/key-ring.ts';
import { random } from './key-files.ts';

/** What is done to the keys of a sandbox authority, in the folder where it keeps them. */
export type AuthorityAct =
  | { act: 'show' }
  | { act: 'rotate' }
  | { act: 'rotate-registrar' }
  | { act: 'strike'; name: string };

/**
 * Rotates or strikes keys of the authority under a root that stays. An authority that runs on the folder takes them up with its
 * next answer; nothing is started anew, and no check is lost by a rotation.
 * @returns what the list has now, and what to do next
 * @throws Error in a sentence
 */
export function authorityCeremony(folder: string, now: number, asked: AuthorityAct): string {
  if (!existsSync(join(folder, keyFileName)))
    throw new Error(`There are no keys of an authority in ${folder}.`);
  const ring = openKeyRing(folder, random, now);
  switch (asked.act) {
    case 'show':
      return shown();
    case 'rotate':
      ring.rotate(now);
      return `${shown()}
New challenges and verdicts are signed by the first sign key, and samples sealed to the new seal keys, from now on. Those before
stay in the list for a day, until nothing that they signed can come back. Nothing else is to be done.
`;
    case 'rotate-registrar':
      ring.rotateRegistrar(now);
      return `${shown()}
What the registrar before has said about counters counts until it runs out; from now on the new one speaks.
`;
    case 'strike': {
      const wasRegistrar = ring.list().registrars.includes(asked.name);
      if (!ring.strike(asked.name, now))
        throw new Error(
          `The list has no key ${asked.name}. A root is in no list: one that leaked is replaced by another (npm run keys -- root), in new packages.`,
        );
      return `${asked.name} is struck.

${shown()}
  1. BFFs refuse what it signed within a second, phones with their next look at the list, which they take before they seal.
     Whoever was in the middle of a check by this key takes the pictures again, and nobody else notices.
  2. Keep a copy of the list's version in the record of what happened: no phone that saw ${ring.list().version} takes an older list.
${
  wasRegistrar
    ? `  3. What that registrar said about counters counts no more: have each said anew, by the registrar of now, with
     npm run rp -- renew RP, for each. Until then phones refuse the counters, and people are checked by the staff.
`
    : ''
}`;
    }
  }

  function shown(): string {
    const { version, sign, seal, registrars } = ring.list();
    return `Key list, version ${version}:
  sign       ${sign.map(({ kid }) => kid).join(', ')}
  seal       ${seal.map(({ keyId }) => keyId).join(', ')}
  registrar  ${registrars.join(', ')}
`;
  }
}
