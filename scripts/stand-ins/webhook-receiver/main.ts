import { createInterface } from 'node:readline';
import { Misused, portIn, runCommand } from '../../program/run-command.ts';
import { behaviours, isSecret, startReceiver } from './receiver.ts';

const usage = `npm run webhook-receiver -- --secret whsec_... [--secret whsec_...] [--port 9000]

Takes webhooks on this machine, verifies them and prints each. Add it as a webhook of your RP by the URL that it prints. Type one of
${behaviours.join(', ')}
to have it behave so from then on; or add the word to the URL, as /fail.
`;
const say = (line: string) => void process.stdout.write(`${line}\n`);

/** `npm run webhook-receiver`: runs until it is ended. */
await runCommand({
  usage,
  options: {
    secret: { type: 'string', multiple: true, default: [] },
    port: { type: 'string', default: '9000' },
  },
  async run(_, { secret: secrets, port }) {
    if (!secrets.every(isSecret))
      throw new Misused('--secret begins with whsec_, as it was shown when the webhook was added.');
    const receiver = await startReceiver({
      ...{ port: portIn(port), secrets },
      onHeard({ eventId, behaviour, event, known }) {
        if (event === undefined) say(`${eventId} refused: the signature fits none of the secrets`);
        else say(`${eventId} ${behaviour}${known ? ', known already' : ''}\n  ${JSON.stringify(event)}`);
      },
    });
    say(
      `${receiver.url}/ takes webhooks. ${secrets.length === 0 ? 'No --secret yet: all are refused.' : ''}`,
    );
    createInterface(process.stdin).on('line', (line) => {
      const word = behaviours.find((name) => name === line.trim());
      if (word === undefined) return say(`one of ${behaviours.join(', ')}`);
      receiver.behave(word);
      say(`from now on: ${word}`);
    });
  },
});
