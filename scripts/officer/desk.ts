import type { Static, TSchema } from 'typebox';
import type { Call } from '../../shared/contract/schema.ts';
import { readRunning } from '../sandbox/read-running.ts';
import { callJson } from '../stand-ins/call-json.ts';

/** Where the administrator's desk of the authority is, and the token that opens it. */
export interface Desk {
  url: string;
  token: string;
}

/**
 * The desk that the environment names, or that of the running sandbox.
 * @throws Error where there is neither
 */
export async function findDesk(data: string, environment: NodeJS.ProcessEnv): Promise<Desk> {
  const { AUTHORITY_URL: url, AUTHORITY_ADMINISTRATOR_TOKEN: token } = environment;
  if (url !== undefined && token !== undefined) return { url: url.replace(/\/$/, ''), token };
  const { authorityUrl, sandbox } = await readRunning(data);
  return { url: authorityUrl, token: sandbox.authority.administratorToken };
}

/** Asks the desk. @throws CallProblem with the code of the refusal */
export async function askDesk<C extends Call & { answer: TSchema }>(
  { url, token }: Desk,
  call: C,
  { params = {}, body }: { params?: Record<string, string>; body?: object } = {},
): Promise<Static<C['answer']>> {
  const path = call.path.replaceAll(/:([a-zA-Z]+)/g, (_, name) => encodeURIComponent(params[name] ?? ''));
  const headers = { authorization: `Bearer ${token}` };
  const asked = { url: url + path, method: call.method, headers, ...(body !== undefined && { body }) };
  const schema: C['answer'] = call.answer;
  return await callJson(asked, schema);
}
