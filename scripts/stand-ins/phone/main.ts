import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Value } from 'typebox/value';
import { login } from '../../../miniprogram/src/login/01-login.ts';
import { OpenSessionAnswer } from '../../../shared/contract/verify/01-open-session.ts';
import { parseCode } from '../../../shared/counter-code/parse-code.ts';
import { readRunning } from '../../sandbox/read-running.ts';
import { readCounter } from '../counter/read-counter.ts';
import { showCode } from '../counter/show-code.ts';
import { typeWord } from '../counter/type-word.ts';
import { scriptAuthority } from './ask-sandbox.ts';
import { rollOfPerson } from './camera-roll.ts';
import { isOutcome, outcomes } from './outcomes/outcomes.ts';
import { stageOutcome } from './outcomes/stage-outcome.ts';
import { pickUpNewPhone } from './pick-up-phone.ts';
import { playApplication, playScan } from './play-journey.ts';
import { identityOf, readPerson } from './read-people.ts';
import { speechOf } from './speech.ts';
import { storageInFile } from './storage-in-file.ts';

const usage = `npm run -s phone -- <citizen, such as p01> <the answer of POST /counter/v1/sessions, or a verification_uri_complete>
npm run -s phone -- <citizen> [<the answer>] --outcome ${Object.keys(outcomes).join('|')}`;
const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const say = (text: string) => void process.stdout.write(`${text}\n`);

/**
 * A synthetic citizen scans the code of that session, agrees, looks and speaks; whoever has no credential applies in between and goes on with
 * the same scan. What is said to the clerk is typed at the counter.
 */
async function main(name: string, shown: string): Promise<void> {
  const code = codeOf(shown);
  const data = folder('../../../.data');
  const running = await readRunning(data);
  const person = await readPerson(folder('../../people'), name);
  const storage = storageInFile(join(data, 'phones', `${person.id}.json`));
  const { holder, platform } = await pickUpNewPhone(running, person.id, { storage });
  platform.seen = { roll: rollOfPerson(person), speech: speechOf(person) };
  const screen = {
    prompt: (prompt: string | null) => say(`  the camera asks: ${prompt ?? 'look straight'}`),
    digits: (digits: string) => say(`  the screen shows: ${digits}`),
  };
  const authority = { ...running, apiKey: running.sandbox.authority.apiKey };
  const phrases = person.voice.phrases.filter(({ match }) => match).map(({ spoken }) => spoken);
  /** A synthetic citizen has few recordings: one of them becomes the challenge, though it may have been heard before. */
  let sessionId = '';
  const fixDigits = async (): Promise<true> => {
    const digits = phrases.length > 0 ? phrases[randomInt(phrases.length)] : undefined;
    await scriptAuthority(authority, { name: 'forget-samples' });
    if (digits !== undefined)
      await scriptAuthority(authority, { name: 'fixed-challenge', sessionId, digits, times: 1 });
    return true;
  };

  const apply = async () => {
    say(`${person.id} has no credential on this phone and applies.`);
    const { state, hints } = await playApplication(holder, { identity: identityOf(person) }, screen);
    say(`  ${state} ${(hints ?? []).join(' ')}`);
  };
  let counterId = '';
  say(`${person.id} scans the code.`);
  const way = { logIn: () => login(holder), apply };
  const { state, hints } = await playScan(holder, code, way, {
    ...screen,
    triesAgain: fixDigits,
    async agrees({ id, asks }) {
      sessionId = id;
      counterId = asks?.counterId ?? '';
      say(`  ${asks?.rpName}, ${asks?.counterName}: ${asks?.purpose}, level ${asks?.level}`);
      return await fixDigits();
    },
    async word(word) {
      say(`  ${person.id} says ${word} to the clerk, who types it.`);
      await typeWord(readCounter(running.sandbox, counterId, running.bffUrl), sessionId, word);
    },
  });
  say(`${state} ${(hints ?? []).join(' ')}`.trim());
}

/** The code that a counter shows now, or the one that a device flow shows as long as it lives. */
function codeOf(shown: string): string {
  if (parseCode(shown) !== undefined) return shown;
  const session: unknown = JSON.parse(shown);
  if (!Value.Check(OpenSessionAnswer, session))
    throw new Error('this is not the answer of POST /counter/v1/sessions');
  return showCode(session, 0, Date.now());
}

/** The end that was asked for, at the check that was handed in or at one of its own. */
async function playEnd(name: string, shown: string | undefined, outcome: string): Promise<void> {
  if (!isOutcome(outcome)) throw new Error(usage);
  const running = await readRunning(folder('../../../.data'));
  const { id: citizen } = await readPerson(folder('../../people'), name);
  const view = await stageOutcome(running, { citizen, outcome, shown, say });
  say(`the counter sees: ${view.state}`);
}

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { outcome: { type: 'string' } },
  });
  const [name, shown] = positionals;
  if (name === undefined) throw new Error(usage);
  if (values.outcome !== undefined) await playEnd(name, shown, values.outcome);
  else if (shown === undefined) throw new Error(usage);
  else await main(name, shown);
} catch (problem) {
  process.stderr.write(`${problem instanceof Error ? problem.message : problem}\n`);
  process.exitCode = 1;
}
