import { limits } from '../limits.ts';

export interface ParsedCode {
  token: string;
  /** Whole seconds since the session opened, as the code claims. */
  elapsed: number;
  /** base64url of 128 bits. */
  mac: string;
}

/** An optional `http(s)://host/q/`, then version, token, seconds without leading zeros, and mac. */
const pattern =
  /^(?:https?:\/\/[A-Za-z0-9.:[\]-]+\/q\/)?1\.([A-Za-z0-9_-]{8,64})\.(0|[1-9][0-9]{0,5})\.([A-Za-z0-9_-]{21}[AQgw])$/;

/** Reads the shape of a scanned text, the whole URL or its last part. Says nothing yet about whether it is genuine. */
export function parseCode(text: string): ParsedCode | undefined {
  if (text.length > limits.scannedCode) return undefined;
  const [, token, elapsed, mac] = pattern.exec(text) ?? [];
  if (token === undefined || elapsed === undefined || mac === undefined) return undefined;
  return { token, elapsed: Number(elapsed), mac };
}
