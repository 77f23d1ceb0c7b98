import { codePattern, plainCode } from './plain-code.ts';

/** A code that its counter makes anew each second. */
export interface RotatingCode {
  token: string;
  /** Whole seconds since the session opened, as the code claims. */
  elapsed: number;
  /** base64url of 128 bits. */
  mac: string;
}

/** A code that stays the same: a secret that the BFF made, base64url of 128 bits. */
export interface LastingCode {
  lasting: string;
}

/** A code that a person's phone shows to another's, made anew each second too. */
export interface MeetingCode {
  meeting: RotatingCode;
}

export type ParsedCode = RotatingCode | LastingCode | MeetingCode;

/**
 * Reads the shape of a scanned text, the whole URL or its last part, with whatever apps have hung on to it. Says nothing yet
 * about whether it is genuine.
 */
export function parseCode(text: string): ParsedCode | undefined {
  const [, token, elapsed, mac, lasting, ...meeting] = codePattern.exec(plainCode(text) ?? '') ?? [];
  if (lasting !== undefined) return { lasting };
  const [shown] = meeting;
  if (shown !== undefined) return { meeting: rotating(shown, meeting[1], meeting[2]) };
  return token === undefined ? undefined : rotating(token, elapsed, mac);
}

function rotating(token: string, elapsed = '', mac = ''): RotatingCode {
  return { token, elapsed: Number(elapsed), mac };
}
