import { encodeWav } from '../../../shared/sample/encode-wav.ts';
import { runCommand } from '../../program/run-command.ts';
import { decideVoice } from '../engines/voice/decide-voice.ts';
import type { VoiceDecision, VoiceScores } from '../engines/voice/types.ts';
import { groupCitizens } from './group-citizens.ts';
import { buildTrials } from './voice/build-trials.ts';
import { loadVoices } from './voice/load-voices.ts';

const shown = [
  'ownMean',
  'ownHalf',
  'ownWorst',
  'marginMean',
  'marginHalf',
  'marginWorst',
  'pitchMedian',
  'digitGain',
  'lowDrop',
  'highDrop',
  'snr',
  'hiss',
] as const satisfies readonly (keyof VoiceScores)[];

interface Row {
  kind: string;
  genuine: boolean;
  person: string;
  prompt: string;
  decision: VoiceDecision;
}

/** Lowest, 5%, median, 95% and highest value of a score. */
function spread(values: number[]): string {
  const sorted = values.filter((x) => Number.isFinite(x)).sort((a, b) => a - b);
  const at = (share: number): string =>
    (sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN).toFixed(3);
  return [0, 0.05, 0.5, 0.95, 1].map((share) => at(share).padStart(8)).join(' ');
}

function printScores(title: string, rows: readonly Row[]): void {
  console.log(`\n${title} (${rows.length})${' '.repeat(4)}lowest, 5%, median, 95%, highest`);
  for (const score of shown) {
    const values = rows.flatMap(({ decision }) => decision.scores[score] ?? []);
    if (values.length > 0) console.log(`  ${score.padEnd(16)} ${spread(values)}`);
  }
}

/** The threshold at which as many genuine as foreign phrases are on the wrong side, midway to the next value. */
function balance(genuine: readonly number[], foreign: readonly number[]): number {
  const values = [...genuine, ...foreign].sort((a, b) => a - b);
  let best = { error: 2, threshold: 0 };
  values.forEach((value, i) => {
    const threshold = (value + (values[i + 1] ?? value)) / 2;
    const error = Math.max(...errorRates(genuine, foreign, threshold));
    if (error < best.error) best = { error, threshold };
  });
  return best.threshold;
}

/** Shares of genuine phrases refused and of foreign phrases accepted at a threshold. */
function errorRates(
  genuine: readonly number[],
  foreign: readonly number[],
  threshold: number,
): [number, number] {
  return [
    genuine.filter((x) => x > threshold).length / genuine.length,
    foreign.filter((x) => x <= threshold).length / foreign.length,
  ];
}

const percent = (shares: readonly number[]): string =>
  shares.map((x) => `${(100 * x).toFixed(1)}%`).join(' / ');

/** Equal error rate of one score, and false reject / accept on one half of the citizens at the threshold of the other. */
function printErrors(score: 'ownMean' | 'ownHalf' | 'marginMean' | 'marginHalf', rows: readonly Row[]): void {
  const people = [...new Set(rows.map(({ person }) => person))];
  const valuesOf = (genuine: boolean, chosen: readonly string[]): number[] =>
    rows
      .filter((row) => row.genuine === genuine && chosen.includes(row.person))
      .map(({ decision }) => decision.scores[score] ?? Number.NaN)
      .filter((x) => !Number.isNaN(x))
      .map((x) => (score.startsWith('own') ? x : -x));
  const at = (chosen: readonly string[], held: readonly string[]): string =>
    percent(
      errorRates(
        valuesOf(true, held),
        valuesOf(false, held),
        balance(valuesOf(true, chosen), valuesOf(false, chosen)),
      ),
    );
  const even = people.filter((_, i) => i % 2 === 0);
  const odd = people.filter((_, i) => i % 2 === 1);
  console.log(
    `${score.padEnd(11)} reject / accept at equal error ${at(people, people)}, held out ${at(odd, even)} and ${at(even, odd)}`,
  );
}

/** How each group of citizens fares with what they said themselves, with other readings of digits, and against other people. */
function printGroups(people: string, rows: readonly Row[]): void {
  console.log('\ngroup                       genuine: pass retry fail   read otherwise   impostors');
  for (const { trait, name, ids } of groupCitizens(people)) {
    const of = rows.filter(({ person }) => ids.has(person));
    const count = (chosen: (row: Row) => boolean): string => {
      const held = of.filter(chosen);
      const bands = ['pass', 'retry', 'fail'].map((band) => held.filter((row) => row.decision.band === band));
      return bands.map(({ length }) => String(length).padStart(5)).join(' ');
    };
    const genuine = count((row) => row.genuine);
    const otherwise = count((row) => row.kind === 'read otherwise');
    const impostors = count((row) => row.kind.startsWith('impostor'));
    console.log(`${`${trait} ${name}, ${ids.size}`.padEnd(32)} ${genuine} ${otherwise} ${impostors}`);
  }
}

interface Chosen {
  people: string;
  cohort: string;
  verbose: boolean;
}

function measureVoices({ people, cohort: cohortSize, verbose }: Chosen): void {
  const voices = loadVoices(people);
  const rows: Row[] = [];
  let spent = 0;
  voices.forEach((voice, v) => {
    const others = voices.filter((one) => one !== voice);
    const trials = buildTrials(voice, others, 1000 * (v + 1));
    const cohort = others.slice(0, Number(cohortSize)).map(({ reference }) => reference);
    for (const { kind, genuine, prompt, samples } of trials) {
      const wav = encodeWav(samples, 16_000);
      const start = performance.now();
      const decision = decideVoice({
        wav,
        digits: prompt,
        reference: voice.reference,
        cohort,
        seen: { digests: [], traces: [] },
      });
      spent += performance.now() - start;
      rows.push({ kind, genuine, person: voice.id, prompt, decision });
    }
  });
  console.log(
    `${voices.length} citizens, ${rows.length} recordings, ${(spent / rows.length).toFixed(0)} ms a decision`,
  );
  console.log('\nkind                        count   pass  retry   fail');
  for (const kind of new Set(rows.map((row) => row.kind))) {
    const of = rows.filter((row) => row.kind === kind);
    const count = (band: string): string =>
      String(of.filter((row) => row.decision.band === band).length).padStart(6);
    console.log(
      `${kind.padEnd(26)} ${String(of.length).padStart(6)} ${count('pass')} ${count('retry')} ${count('fail')}`,
    );
  }
  printGroups(people, rows);
  const genuine = rows.filter((row) => row.genuine);
  const foreign = rows.filter((row) => row.kind === 'impostor');
  printScores('genuine', genuine);
  printScores('impostors', foreign);
  console.log();
  for (const score of ['ownMean', 'ownHalf', 'marginMean', 'marginHalf'] as const) {
    printErrors(score, [...genuine, ...foreign]);
  }
  const heard = genuine.flatMap(({ decision, prompt }) =>
    [...prompt].map((digit, i) => decision.scores.heard?.[i] === digit),
  );
  console.log(
    `digits read freely: ${((100 * heard.filter(Boolean).length) / heard.length).toFixed(2)}% of ${heard.length}`,
  );
  const wrong = rows.filter(({ genuine: is, decision }) => is !== (decision.band === 'pass'));
  console.log(`on the wrong side: ${wrong.length}`);
  for (const { person, kind, prompt, decision } of wrong.slice(0, verbose ? 500 : 20)) {
    console.log(
      `  ${person} ${kind} ${prompt} ${decision.findings.join(',')} ${JSON.stringify(decision.scores, (_, x) => (typeof x === 'number' ? Number(x.toFixed(3)) : x))}`,
    );
  }
}

/** `npm run measure:voice`. */
await runCommand({
  usage: `npm run measure:voice -- [--people DIR] [--cohort N] [--verbose]

Prints how genuine phrases and built attacks fare on the citizens of a folder.

  --cohort N   keeps N other citizens as cohort
  --verbose    lists every recording on the wrong side
`,
  options: {
    people: { type: 'string', default: 'scripts/people' },
    cohort: { type: 'string', default: '99' },
    verbose: { type: 'boolean', default: false },
  },
  run: (_, chosen) => measureVoices(chosen),
});
