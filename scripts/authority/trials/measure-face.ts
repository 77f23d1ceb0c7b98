import { runCommand } from '../../program/run-command.ts';
import { SIMILARITY } from '../engines/face/bands.ts';
import { cosine, meanEmbedding } from '../engines/face/embedding.ts';
import type { PictureObservation } from '../engines/face/face-observation.ts';
import { judgeSample } from '../engines/face/judge-sample.ts';
import type { FaceDecision, FaceReference } from '../engines/face/types.ts';
import { composeSample, type SeenPoses } from './face/compose-sample.ts';
import { equalError, spread } from './face/distribution.ts';
import { type CitizenFaces, loadAttacks, loadCitizens } from './face/load-citizens.ts';
import { openMeasuringObserver } from './face/measuring-observer.ts';
import { FORGERIES, type ForgerySources, RECORDINGS } from './forgeries/forge.ts';
import { POSES, type Pose, PROMPT_PAIRS } from './forgeries/poses.ts';
import { groupCitizens } from './group-citizens.ts';

type Judged = Omit<FaceDecision, 'digests'>;

interface Chosen {
  people: string;
  seed: string;
  quick: boolean;
}

async function measureFaces(options: Chosen): Promise<void> {
  const observer = await openMeasuringObserver(Number(options.seed));
  const citizens = await loadCitizens(options.people);

  const embeddingsOf = (seen: readonly PictureObservation[]): number[][] =>
    seen.flatMap((one) => (one.kind === 'face' ? [one.face.embedding] : []));
  const referenceOf = (seen: readonly PictureObservation[]): FaceReference => ({
    embedding: meanEmbedding(embeddingsOf(seen)),
    frames: seen.length,
  });
  const judgeAll = (seen: SeenPoses, references: FaceReference[]): Judged[] =>
    PROMPT_PAIRS.map((prompts) => judgeSample(composeSample(seen, prompts, references)));
  const tally = (name: string, judged: readonly Judged[]): void => {
    const count = (band: string): number => judged.filter((one) => one.band === band).length;
    const findings = new Map<string, number>();
    for (const finding of judged.flatMap((one) => one.findings))
      findings.set(finding, (findings.get(finding) ?? 0) + 1);
    const list = [...findings].sort((a, b) => b[1] - a[1]).map(([finding, times]) => `${finding} ${times}`);
    console.log(
      `${name.padEnd(42)} pass ${String(count('pass')).padStart(3)}  retry ${String(count('retry')).padStart(3)}  fail ${String(count('fail')).padStart(3)}   ${list.join(', ')}`,
    );
  };
  const printPrompts = (judged: readonly Judged[]): void => {
    const prompts = judged.flatMap(({ scores }) => scores.prompts);
    for (const prompt of ['turn-left', 'turn-right', 'nod', 'open-mouth'] as const) {
      const of = prompts.filter((scores) => scores.prompt === prompt);
      if (of.length === 0) continue;
      const measures = prompt.startsWith('turn')
        ? (['yaw', 'noseShift', 'residual', 'light', 'leastLikeness'] as const)
        : prompt === 'nod'
          ? (['pitch', 'residual', 'leastLikeness'] as const)
          : (['mouth', 'mouthChange', 'leastLikeness'] as const);
      for (const measure of measures) {
        console.log(
          `    ${prompt.padEnd(11)} ${measure.padEnd(14)} ${spread(of.map((scores) => scores[measure]))}`,
        );
      }
    }
  };

  const people: { citizen: CitizenFaces; seen: SeenPoses; references: FaceReference[] }[] = [];
  for (const citizen of citizens) {
    const front: PictureObservation[] = [];
    for (const jpeg of citizen.verification) front.push(...(await observer.retakes(jpeg, 1)));
    const enrolment: PictureObservation[] = [];
    for (const jpeg of citizen.enrolment) enrolment.push(...(await observer.retakes(jpeg, 1)));
    const { left, right, nod, mouth } = citizen.actions;
    const seen = {
      front,
      left: await observer.retakes(left, 3),
      right: await observer.retakes(right, 3),
      nod: await observer.retakes(nod, 3),
      mouth: await observer.retakes(mouth, 3),
    };
    people.push({
      citizen,
      seen,
      references: [referenceOf([await observer.observe(citizen.idPhoto)]), referenceOf(enrolment)],
    });
  }

  console.log(`## Similarity (cosine), ${people.length} citizens: min / 5% / median / 95% / max`);
  const genuine: number[] = [];
  const impostor: number[] = [];
  for (const one of people) {
    const own = meanEmbedding(embeddingsOf(one.seen.front));
    for (const other of people) {
      for (const { embedding } of other.references)
        (one === other ? genuine : impostor).push(cosine(own, embedding));
    }
  }
  const { rate, threshold } = equalError(genuine, impostor);
  const share = (scores: number[], test: (score: number) => boolean): string =>
    `${((100 * scores.filter(test).length) / scores.length).toFixed(2)}%`;
  console.log(`genuine   ${spread(genuine)}\nimpostor  ${spread(impostor)}`);
  console.log(`equal error ${(100 * rate).toFixed(2)}% at ${threshold.toFixed(3)}`);
  console.log(
    `pass >= ${SIMILARITY.pass}: false accepts ${share(impostor, (s) => s >= SIMILARITY.pass)}, genuine not passed ${share(genuine, (s) => s < SIMILARITY.pass)}`,
  );
  console.log(
    `fail < ${SIMILARITY.fail}: genuine failed ${share(genuine, (s) => s < SIMILARITY.fail)}, impostors asked again ${share(impostor, (s) => s >= SIMILARITY.fail && s < SIMILARITY.pass)}`,
  );

  console.log('\n## Whole decisions, all pairs of prompts');
  const owns = people.map(({ citizen, seen, references }) => ({
    id: citizen.id,
    judged: judgeAll(seen, references),
  }));
  const own = owns.flatMap(({ judged }) => judged);
  tally('genuine', own);
  printPrompts(own);
  const swaps = people.map((one, index) => ({
    id: one.citizen.id,
    judged: judgeAll(one.seen, people[(index + 1) % people.length]?.references ?? []),
  }));
  tally(
    'another citizen',
    swaps.flatMap(({ judged }) => judged),
  );

  console.log('\n## By group: own face (not passed), another citizen (passed)');
  for (const { trait, name, ids } of groupCitizens(options.people)) {
    const of = (all: typeof owns): Judged[] =>
      all.filter(({ id }) => ids.has(id)).flatMap(({ judged }) => judged);
    const rate = (judged: readonly Judged[], test: (band: string) => boolean): string => {
      const count = judged.filter(({ band }) => test(band)).length;
      return `${((100 * count) / judged.length).toFixed(1)}% (${count} of ${judged.length})`;
    };
    console.log(
      `${`${trait} ${name}, ${ids.size} citizens`.padEnd(34)} not passed ${rate(of(owns), (band) => band !== 'pass').padEnd(18)} failed ${rate(of(owns), (band) => band === 'fail').padEnd(18)} accepted ${rate(of(swaps), (band) => band === 'pass')}`,
    );
  }

  console.log('\n## Attacks in the folder');
  for (const { target, name, frames } of await loadAttacks(options.people)) {
    const references = people.find(({ citizen }) => citizen.id === target)?.references ?? [];
    const retakes = async (pose: Pose): Promise<PictureObservation[]> => {
      const fitting = frames.filter((frame) => frame.pose === pose);
      const used = fitting.length > 0 ? fitting : frames;
      const seen: PictureObservation[] = [];
      for (let k = 0; k < 3; k++)
        seen.push(...(await observer.retakes(used[k % used.length]?.jpeg ?? new Uint8Array(), 1)));
      return seen;
    };
    const seen = {
      front: await retakes('front'),
      left: await retakes('left'),
      right: await retakes('right'),
      nod: await retakes('nod'),
      mouth: await retakes('mouth'),
    };
    const judged = judgeAll(seen, references);
    tally(`${target} ${name}`, judged);
  }

  if (!options.quick) {
    const kinds = { ...FORGERIES, ...RECORDINGS };
    const results = new Map<string, Judged[]>(Object.keys(kinds).map((kind) => [kind, []]));
    const facesOf = async ({ verification, actions }: CitizenFaces): Promise<ForgerySources['target']> => ({
      front: await observer.sourceFace(verification[0] ?? new Uint8Array()),
      left: await observer.sourceFace(actions.left),
      right: await observer.sourceFace(actions.right),
      nod: await observer.sourceFace(actions.nod),
      mouth: await observer.sourceFace(actions.mouth),
    });
    for (const [index, { citizen, references }] of people.entries()) {
      const forgerCitizen = citizens[(index + 3) % citizens.length] ?? citizen;
      const [target, forger] = [await facesOf(citizen), await facesOf(forgerCitizen)];
      for (const still of [target.front, await observer.sourceFace(citizen.idPhoto)]) {
        for (const [kind, forge] of Object.entries(kinds)) {
          const seen: Record<Pose, PictureObservation[]> = {
            front: [],
            left: [],
            right: [],
            nod: [],
            mouth: [],
          };
          for (const pose of POSES) {
            const jpeg = await forge({ still, target, forger, layout: observer.layout }, pose);
            seen[pose] = await observer.retakes(jpeg, pose === 'front' ? 2 : 1);
          }
          results.get(kind)?.push(...judgeAll(seen, references));
        }
      }
    }
    console.log('\n## Forgeries made of the citizens (from a verification frame and from the ID photo)');
    for (const kind of Object.keys(FORGERIES)) {
      tally(kind, results.get(kind) ?? []);
      printPrompts(results.get(kind) ?? []);
    }
    console.log('\n## Recordings of true answers: told by the edges of the screen only');
    for (const kind of Object.keys(RECORDINGS)) tally(kind, results.get(kind) ?? []);
  }
}

/** `npm run measure:face`. */
await runCommand({
  usage: `npm run measure:face -- [--people DIR] [--seed N] [--quick]

Prints the error rates of the face engine on all citizens of a folder.

  --quick   without forgeries made of them
`,
  options: {
    people: { type: 'string', default: new URL('../../people', import.meta.url).pathname },
    seed: { type: 'string', default: '1' },
    quick: { type: 'boolean', default: false },
  },
  run: (_, chosen) => measureFaces(chosen),
});
