import type { Random } from './bytes/random.ts';

/** Letters that are no vowels, so that no words come out of it, and that nobody takes for one another (RFC 8628 section 6.1). */
export const userCodeLetters = 'BCDFGHJKLMNPQRSTVWXZ';
const length = 8;

/** A code that a person can type, in the form in which it is shown: `WDJB-MJHT`. Each is as likely as any other, of 20^8. */
export function drawUserCode(random: Random): string {
  const most = 256 - (256 % userCodeLetters.length);
  let drawn = '';
  while (drawn.length < length)
    for (const byte of random(length)) {
      if (byte < most && drawn.length < length)
        drawn += userCodeLetters.charAt(byte % userCodeLetters.length);
    }
  return `${drawn.slice(0, 4)}-${drawn.slice(4)}`;
}

/** What a person typed, in the form in which it was shown; undefined where it is no such code. Case, spaces and dashes do not count. */
export function readUserCode(typed: string): string | undefined {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '');
  const isCode = plain.length === length && [...plain].every((letter) => userCodeLetters.includes(letter));
  return isCode ? `${plain.slice(0, 4)}-${plain.slice(4)}` : undefined;
}
