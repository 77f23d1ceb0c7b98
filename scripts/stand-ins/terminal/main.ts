import { fileURLToPath } from 'node:url';
import { renderUnicodeCompact } from 'uqr';
import { captureFace } from '../../../miniprogram/src/attempt/04-capture-face.ts';
import { slipAddress } from '../../../shared/receipt/slip-address.ts';
import { Misused, runCommand } from '../../program/run-command.ts';
import { readRunning } from '../../sandbox/read-running.ts';
import { rollOfPerson } from '../phone/camera-roll.ts';
import { listPeople, readPerson } from '../phone/read-people.ts';
import { scriptedPlatform } from '../phone/scripted-platform.ts';
import { sandboxTerminal } from './sandbox-terminal.ts';

const usage = `npm run -s terminal -- CODE CITIZEN   a terminal of the sandbox's hotel: the family code is typed, and once the guardian has agreed on
                                      the phone the citizen looks into its camera

CODE      eight digits, from "Family" on the guardian's phone
CITIZEN   who stands there: p01 to p14, c01, c02
`;
const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const say = (text: string) => void process.stdout.write(`${text}\n`);

async function run([code = '', name = '']: string[]): Promise<void> {
  if (!/^[0-9]{8}$/.test(code)) throw new Misused('A family code has eight digits.');
  const people = folder('../../people');
  const all = await listPeople(people, true);
  if (!all.includes(name)) throw new Misused(`There is no citizen ${name}. There are: ${all.join(', ')}.`);
  const running = await readRunning(folder('../../../.data'));
  const person = await readPerson(people, name);
  const terminal = await sandboxTerminal(running, 'cnt_sandbox-hotel-1');
  const { sessionId, slip } = await terminal.openWard('hotel', 'check-in', code);
  say('The guardian is asked on the phone ...');
  const camera = scriptedPlatform({ platformUrl: running.platformUrl, account: 'terminal' });
  camera.seen = { roll: rollOfPerson(person) };
  await terminal.takeFace(sessionId, (prompts) =>
    captureFace(camera, prompts, (prompt) => say(`  the camera asks: ${prompt ?? 'look straight'}`)),
  );
  say('The face is on its way: the result stands at the counter and on the phone.');
  const address = slipAddress(running.bffUrl, slip);
  say(`The citizen's own receipt, for whoever has this address, once there is a result:\n\n${address}\n`);
  say(renderUnicodeCompact(address));
}

/** `npm run terminal`. */
await runCommand({ usage, options: {}, words: [2, 2], run });
