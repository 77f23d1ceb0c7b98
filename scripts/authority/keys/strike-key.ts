import type { Random } from '../../../shared/bytes/random.ts';
import type { KeyFile } from './key-file.ts';
import { newRegistrar, rotateKeys } from './rotate-keys.ts';

/**
 * Takes a key that leaked out of the list at once: whatever it signed, or was sealed to it, counts no more. One that is in use is
 * followed by a new one in the same step. The version rises in any case.
 * @param name the kid of a sign key or a registrar, or the key id of a seal key
 * @returns undefined where no key of that name is in the list; the root is in none, and cannot be struck
 */
export function strikeKey(old: KeyFile, name: string, random: Random, now: number): KeyFile | undefined {
  const { registrar, formerRegistrars = [], sign, formerSign = [], seal, version } = old;
  if (registrar?.kid === name) return { ...old, version: version + 1, registrar: newRegistrar(random) };
  if (formerRegistrars.some(({ kid }) => kid === name)) {
    const left = formerRegistrars.filter(({ kid }) => kid !== name);
    return { ...old, version: version + 1, formerRegistrars: left };
  }
  if (formerSign.some(({ kid }) => kid === name))
    return { ...old, version: version + 1, formerSign: formerSign.filter(({ kid }) => kid !== name) };
  const named = [
    ...sign.map(({ kid, retiredAt }) => ({ name: kid, retiredAt })),
    ...seal.map(({ keyId, retiredAt }) => ({ name: keyId, retiredAt })),
  ].find((key) => key.name === name);
  if (named === undefined) return undefined;
  const next = named.retiredAt === 0 ? rotateKeys(old, random, now) : { ...old, version: version + 1 };
  return {
    ...next,
    sign: next.sign.filter(({ kid }) => kid !== name),
    formerSign: (next.formerSign ?? []).filter(({ kid }) => kid !== name),
    seal: next.seal.filter(({ keyId }) => keyId !== name),
  };
}
