import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Type } from 'typebox';
import { Value } from 'typebox/value';

/** A token of an operator's, and the one BFF that it is good for and is shown to. */
const OperatorToken = Type.Object({
  bffUrl: Type.String({ pattern: '^https?://' }),
  token: Type.String({ pattern: '^lzo_[A-Za-z0-9_-]{43}$' }),
  /** Epoch milliseconds. */
  expiresAt: Type.Integer(),
});
export type OperatorToken = Type.Static<typeof OperatorToken>;

const fileIn = (data: string) => join(data, 'operator-token.json');

/** Leaves the token where the commands of an operator find it, for its owner's eyes alone. Answers the file. */
export function keepOperatorToken(data: string, kept: OperatorToken): string {
  const file = fileIn(data);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
  return file;
}

/**
 * The token by which an operator's command calls: that of the environment (`OPERATOR_TOKEN` with `BFF`), or the one that lies in the data
 * folder, for the BFF that gave it and for no other. Undefined where there is none, or it is over.
 */
export function readOperatorToken(
  data: string,
  {
    bffUrl,
    env = process.env,
    now = Date.now(),
  }: { bffUrl?: string; env?: NodeJS.ProcessEnv; now?: number } = {},
): OperatorToken | undefined {
  const wanted = bffUrl ?? env.BFF;
  if (env.OPERATOR_TOKEN !== undefined && wanted !== undefined)
    return { bffUrl: wanted, token: env.OPERATOR_TOKEN, expiresAt: Number.MAX_SAFE_INTEGER };
  const file = fileIn(data);
  if (!existsSync(file)) return undefined;
  const kept: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!Value.Check(OperatorToken, kept) || kept.expiresAt <= now) return undefined;
  return wanted === undefined || wanted === kept.bffUrl ? kept : undefined;
}
