import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { behaviours, startReceiver } from './receiver.ts';

const help = `npm run webhook-receiver -- --secret whsec_... [--secret whsec_...] [--port 9000]

Takes webhooks on this machine, verifies them and prints each. Add it as a webhook of your RP by the URL that it prints. Type one of
${behaviours.join(', ')}
to have it behave so from then on; or add the word to the URL, as /fail.
`;

/** Runs a receiver until it is ended. @throws Error where an option is wrong */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      secret: { type: 'string', multiple: true, default: [] },
      port: { type: 'string', default: '9000' },
      help: { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new RangeError('--port: from 0 to 65535');
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  if (values.help) return say(help);
  const receiver = await startReceiver({
    ...{ port, secrets: values.secret },
    onHeard({ eventId, behaviour, event, known }) {
      if (event === undefined) say(`${eventId} refused: the signature fits none of the secrets`);
      else say(`${eventId} ${behaviour}${known ? ', known already' : ''}\n  ${JSON.stringify(event)}`);
    },
  });
  say(
    `${receiver.url}/ takes webhooks. ${values.secret.length === 0 ? 'No --secret yet: all are refused.' : ''}`,
  );
  createInterface(process.stdin).on('line', (line) => {
    const word = behaviours.find((name) => name === line.trim());
    if (word === undefined) return say(`one of ${behaviours.join(', ')}`);
    receiver.behave(word);
    say(`from now on: ${word}`);
  });
}

try {
  await main();
} catch (problem) {
  process.stderr.write(`${problem instanceof Error ? problem.message : problem}\n${help}`);
  process.exitCode = 1;
}
