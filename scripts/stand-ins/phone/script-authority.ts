import type { RunningSandbox } from '../../sandbox/start-processes.ts';

/** Asks the sandbox authority to play a scenario (its README, scripted mode). @throws Error when it refuses */
export async function scriptAuthority(
  { authorityUrl, apiKey }: Pick<RunningSandbox, 'authorityUrl' | 'apiKey'>,
  scenario: object,
): Promise<void> {
  const answer = await fetch(`${authorityUrl}/sandbox/v1/script`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(scenario),
  });
  if (!answer.ok)
    throw new Error(`the authority refused a scenario: ${answer.status} ${await answer.text()}`);
}
