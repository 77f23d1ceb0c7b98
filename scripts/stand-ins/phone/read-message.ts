import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import type { RunningSandbox } from '../../sandbox/start-processes.ts';

const Messages = Type.Object({ messages: Type.Array(Type.Object({ text: Type.String() })) });
type Messages = Static<typeof Messages>;

/** The login code in the newest message to that number, read where the sandbox's inbox shows it. @throws Error when none came */
export async function readLoginCode(
  { platformUrl }: Pick<RunningSandbox, 'platformUrl'>,
  number: string,
): Promise<string> {
  const answer: unknown = await (await fetch(`${platformUrl}/sandbox/v1/messages?phone=${number}`)).json();
  const { messages }: Messages = Value.Parse(Messages, answer);
  const code = /[0-9]{6}/.exec(messages[0]?.text ?? '')?.[0];
  if (code === undefined) throw new Error('no message with a code came');
  return code;
}
