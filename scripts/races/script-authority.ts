import type { RunningSandbox } from '../sandbox/start-processes.ts';

type Scripted = Pick<RunningSandbox, 'authorityUrl' | 'apiKey'>;

async function askScript(
  { authorityUrl, apiKey }: Scripted,
  method: string,
  body?: object,
): Promise<unknown> {
  const answer = await fetch(`${authorityUrl}/sandbox/v1/script`, {
    method,
    headers: { authorization: `Bearer ${apiKey}`, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`the authority refused a script: ${answer.status} ${await answer.text()}`);
  return await answer.json();
}

/** Asks the sandbox authority to play a scenario. @throws Error when it refuses */
export async function script(sandbox: Scripted, scenario: object): Promise<void> {
  await askScript(sandbox, 'POST', scenario);
}

/** How often the scenario of that name was used for that session. */
export async function usesOf(sandbox: Scripted, name: string, sessionId: string): Promise<number> {
  const text = JSON.stringify(await askScript(sandbox, 'GET'));
  const { scenarios }: { scenarios: Listed[] } = JSON.parse(text);
  return (
    scenarios.find(({ scenario }) => scenario.name === name && scenario.sessionId === sessionId)?.uses ?? 0
  );
}

interface Listed {
  uses: number;
  scenario: { name: string; sessionId?: string };
}
