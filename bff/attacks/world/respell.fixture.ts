const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The other texts of base64url that a lenient reader takes for the same bytes: spare bits changed, padded, spaced, in the other alphabet. */
export function respellings(text: string): string[] {
  const bytes = Buffer.from(text, 'base64url');
  const spare = [...letters].map((letter) => text.slice(0, -1) + letter);
  const lenient = [...spare, `${text}=`, `${text}==`, `${text.slice(0, 4)} ${text.slice(4)}`];
  const plain = text.replaceAll('-', '+').replaceAll('_', '/');
  return [...lenient, plain].filter(
    (other) => other !== text && Buffer.from(other, 'base64url').equals(bytes),
  );
}

/** The texts of which only the spare bits of the last letter differ: three where 32 bytes are spelled. */
export function spareBitSpellings(text: string): string[] {
  return respellings(text).filter((other) => other.length === text.length && /^[\w-]+$/.test(other));
}
