/** Why a code leads nowhere: each has words of its own. */
export type Fault = 'notACode' | 'unknown' | 'tooMany' | 'unreachable';

/** `enterUserCodeCall` of the contract, whose schemas would weigh more than this page. */
const userCodes = '/device/v1/user-codes';

const own = /^\/q\/d\.[A-Za-z0-9_-]{22}$/;

/** Where the browser goes on with the code that was typed: an address of this origin, whatever the answer says. */
export async function askAddress(userCode: string): Promise<{ path: string } | { fault: Fault }> {
  const answer = await fetch(userCodes, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userCode }),
  }).catch(() => undefined);
  if (answer === undefined || answer.status >= 500) return { fault: 'unreachable' };
  if (answer.status === 429) return { fault: 'tooMany' };
  const said: unknown = answer.ok ? await answer.json().catch(() => undefined) : undefined;
  const path = typeof said === 'object' && said !== null && 'path' in said ? said.path : undefined;
  return typeof path === 'string' && own.test(path) ? { path } : { fault: 'unknown' };
}
