import type { Pool } from 'undici';

export interface Sending {
  method: 'GET' | 'POST' | 'PUT';
  path: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
}

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

/** One request and its whole answer. @throws Error unless the status is expected, with what the server said */
export async function send(
  pool: Pool,
  { method, path, headers = {}, body }: Sending,
  ...expected: number[]
): Promise<Answer> {
  const answer = await pool.request({ method, path, headers, body: body ?? null });
  const text = await answer.body.text();
  if (!expected.includes(answer.statusCode))
    throw new Error(`${method} ${path}: ${answer.statusCode} ${text.slice(0, 300)}`);
  return { status: answer.statusCode, headers: answer.headers, text };
}

/** A member of a JSON object that must be text. */
export function textMember(json: string, name: string): string {
  const value: unknown = JSON.parse(json);
  const member =
    typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(name) : undefined;
  if (typeof member !== 'string') throw new Error(`an answer without ${name}`);
  return member;
}
