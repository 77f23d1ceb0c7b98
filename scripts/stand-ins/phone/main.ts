import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HolderProblem, nextText, problemText } from '../../../miniprogram/src/holder/holder-problem.ts';
import { login } from '../../../miniprogram/src/login/01-login.ts';
import { Misused, runCommand } from '../../program/run-command.ts';
import { type Running, readRunning } from '../../sandbox/read-running.ts';
import { type CounterSettings, readCounter } from '../counter/read-counter.ts';
import { showCode } from '../counter/show-code.ts';
import { typeWord } from '../counter/type-word.ts';
import { scriptAuthority } from './ask-sandbox.ts';
import { rollOfPerson } from './camera-roll.ts';
import { meetInSandbox } from './meet-in-sandbox.ts';
import { isOutcome, outcomes } from './outcomes/outcomes.ts';
import { stageOutcome } from './outcomes/stage-outcome.ts';
import { pickUpNewPhone } from './pick-up-phone.ts';
import { playApplication, playScan } from './play-journey.ts';
import { identityOf, listPeople, readPerson } from './read-people.ts';
import { readShown, type Shown } from './read-shown.ts';
import { speechOf } from './speech.ts';
import { storageInFile } from './storage-in-file.ts';

const usage = `npm run -s phone -- CITIZEN SHOWN                      scans, agrees, looks and speaks; applies first where it has no credential
npm run -s phone -- CITIZEN --meet CITIZEN              two of them confirm each other: the first shows a code
npm run -s phone -- CITIZEN [SHOWN] --outcome OUTCOME   plays that end, at a check of its own where none is shown

CITIZEN   p01 to p14; c01 and c02 are minors
SHOWN     the answer of POST /counter/v1/sessions, or the address of a code (a verification_uri_complete too)
OUTCOME   ${Object.keys(outcomes).join(', ')}
`;
const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const people = folder('../../people');
const data = folder('../../../.data');
const say = (text: string) => void process.stdout.write(`${text}\n`);

/**
 * A synthetic citizen scans the code of that session, agrees, looks and speaks; whoever has no credential applies in between and goes on with
 * the same scan. What is said to the clerk is typed at the counter.
 */
async function scan(running: Running, name: string, shown: Shown): Promise<void> {
  const code = 'address' in shown ? shown.address : showCode(shown.session, 0, Date.now());
  const person = await readPerson(people, name);
  const storage = storageInFile(join(running.sandbox.folder, 'phones', `${person.id}.json`));
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
      const clerk = counterHere(running, counterId);
      say(
        `  ${person.id} says ${word} to the clerk${clerk === undefined ? ': type it at the counter.' : ', who types it.'}`,
      );
      if (clerk !== undefined) await typeWord(clerk, sessionId, word);
    },
  });
  say(`${state} ${(hints ?? []).join(' ')}`.trim());
}

/** The counter, where its key is here: its clerk is then played too. */
function counterHere({ sandbox, bffUrl }: Running, counterId: string): CounterSettings | undefined {
  try {
    return readCounter(sandbox, counterId, bffUrl);
  } catch {
    return undefined;
  }
}

/** What a phone would show, in English. */
function told(problem: unknown): unknown {
  if (!(problem instanceof HolderProblem)) return problem;
  const { code, traceId = problem.why ?? '' } = problem;
  const said = `${problemText(code).en} ${nextText(problem).en}`;
  return new Error(`${said} (${[code, traceId].filter(Boolean).join(', ')})`, { cause: problem });
}

/** `npm run phone`. */
await runCommand({
  ...{ usage, options: { outcome: { type: 'string' }, meet: { type: 'string' } }, words: [1, 2] },
  async run([name = '', text], { outcome, meet }) {
    const all = await listPeople(people, true);
    if (!all.includes(name)) throw new Misused(`There is no citizen ${name}. There are: ${all.join(', ')}.`);
    if (meet !== undefined && !all.includes(meet)) throw new Misused(`There is no citizen ${meet}.`);
    if (outcome === undefined && text === undefined && meet === undefined)
      throw new Misused(
        'Show it something: the answer of POST /counter/v1/sessions, or the address of a code.',
      );
    if (outcome !== undefined && !isOutcome(outcome))
      throw new Misused(`There is no outcome ${outcome}. There are: ${Object.keys(outcomes).join(', ')}.`);
    const shown = text === undefined ? undefined : readShown(text);
    const running = await readRunning(data);
    try {
      if (meet !== undefined)
        await meetInSandbox({ running, data, people }, { shows: name, scans: meet }, say);
      else if (outcome !== undefined) {
        const view = await stageOutcome(running, { citizen: name, outcome, shown, say });
        if (view !== undefined) say(`the counter sees: ${view.state}`);
      } else if (shown !== undefined) await scan(running, name, shown);
    } catch (problem) {
      throw told(problem);
    }
  },
});
