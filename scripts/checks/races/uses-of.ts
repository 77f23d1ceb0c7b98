import { Type } from 'typebox';
import type { RunningSandbox } from '../../sandbox/start-processes.ts';
import { callJson } from '../../stand-ins/call-json.ts';

const Listed = Type.Object({
  scenarios: Type.Array(
    Type.Object({
      uses: Type.Integer(),
      scenario: Type.Object({ name: Type.String(), sessionId: Type.Optional(Type.String()) }),
    }),
  ),
});

/** How often the sandbox authority has used the scenario of that name for that session. */
export async function usesOf(
  { authorityUrl, apiKey }: Pick<RunningSandbox, 'authorityUrl' | 'apiKey'>,
  name: string,
  sessionId: string,
): Promise<number> {
  const headers = { authorization: `Bearer ${apiKey}` };
  const { scenarios } = await callJson({ url: `${authorityUrl}/sandbox/v1/script`, headers }, Listed);
  const used = scenarios.find(({ scenario }) => scenario.name === name && scenario.sessionId === sessionId);
  return used?.uses ?? 0;
}
