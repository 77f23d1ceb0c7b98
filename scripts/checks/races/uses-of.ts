import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import type { RunningSandbox } from '../../sandbox/start-processes.ts';

const Listed = Type.Object({
  scenarios: Type.Array(
    Type.Object({
      uses: Type.Integer(),
      scenario: Type.Object({ name: Type.String(), sessionId: Type.Optional(Type.String()) }),
    }),
  ),
});
type Listed = Static<typeof Listed>;

/** How often the sandbox authority has used the scenario of that name for that session. */
export async function usesOf(
  { authorityUrl, apiKey }: Pick<RunningSandbox, 'authorityUrl' | 'apiKey'>,
  name: string,
  sessionId: string,
): Promise<number> {
  const headers = { authorization: `Bearer ${apiKey}` };
  const answer: unknown = await (await fetch(`${authorityUrl}/sandbox/v1/script`, { headers })).json();
  const { scenarios }: Listed = Value.Parse(Listed, answer);
  const used = scenarios.find(({ scenario }) => scenario.name === name && scenario.sessionId === sessionId);
  return used?.uses ?? 0;
}
