import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { sentenceOf } from './sentence-of.ts';

/** Called in another way than `--help` says. */
export class Misused extends Error {
  override readonly name = 'Misused';
}

type Parsed<O extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ options: O; allowPositionals: true; strict: true }>
>;

/** What a person calls at a terminal. */
export interface Command<O extends ParseArgsOptionsConfig> {
  /** What `--help` prints, and who calls it without a word that it needs. */
  usage: string;
  options: O;
  /** How many words it takes besides its options; none where absent. */
  words?: readonly [least: number, most: number];
  /** What it ends with where it did not work; 1 where absent. */
  fault?: number;
  /** @throws Misused; Error in a sentence */
  run(words: string[], values: Parsed<O>['values']): Promise<unknown> | unknown;
}

/**
 * Runs it, and is where it ends: with 0 where it was done; with 1 and one sentence where not, never with a stack trace; with 2 and what is
 * wrong where it was called in another way than `--help` says. `run` may set another `process.exitCode`.
 */
export async function runCommand<O extends ParseArgsOptionsConfig>(
  { usage, options, words: [least, most] = [0, 0], fault: faultCode = 1, run }: Command<O>,
  args = process.argv.slice(2),
): Promise<void> {
  process.stdout.on('error', stopUnread);
  if (args.includes('--help') || args.includes('-h')) return void process.stdout.write(ended(usage));
  try {
    const { positionals, values } = parse(options, args);
    if (positionals.length > most) throw new Misused(tooMany(positionals.slice(most)));
    if (positionals.length < least) return end(2, usage);
    await run(positionals, values);
  } catch (fault) {
    if (fault instanceof Misused) end(2, `${fault.message}\nWhat it takes: ${helpCall()}`);
    else end(faultCode, sentenceOf(fault));
  }
}

/** @throws Misused naming the option */
function parse<O extends ParseArgsOptionsConfig>(options: O, args: string[]): Parsed<O> {
  try {
    return parseArgs<{ options: O; allowPositionals: true; strict: true }>({
      ...{ args, options, allowPositionals: true, strict: true },
    });
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : '';
    const [, unknown] = /^Unknown option '(.+?)'/.exec(said) ?? [];
    const sentence = unknown === undefined ? said.replace(/\n.*/s, '') : `There is no option ${unknown}.`;
    throw new Misused(sentence, { cause });
  }
}

/** As it was called, where npm tells. */
function helpCall(): string {
  const { npm_lifecycle_event: script } = process.env;
  return script === undefined ? '--help' : `npm run ${script} -- --help`;
}

/** A name of two words without quotes, or a pattern of the shell that fits several files. */
function tooMany(words: readonly string[]): string {
  return `Too much: ${words.join(' ')}. What has spaces is put in quotes.`;
}

/** A port as an option has it. @throws Misused */
export function portIn(text: string): number {
  const port = /^[0-9]{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  throw new Misused('--port is a number from 0 to 65535; 0 is any free one.');
}

/** Whoever reads may have enough before the end, as `head` has. */
function stopUnread(fault: NodeJS.ErrnoException): void {
  if (fault.code !== 'EPIPE') throw fault;
  process.exit();
}

const ended = (text: string) => (text.endsWith('\n') ? text : `${text}\n`);

/** At once: whatever listens or waits still is of no use any more. */
function end(code: number, said: string): void {
  process.stderr.write(ended(said));
  process.exit(code);
}
