import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Misused, runCommand } from '../../program/run-command.ts';
import { findChromium } from '../chromium.ts';
import { approvePictures } from './approve-pictures.ts';
import { comparePictures } from './compare-pictures.ts';
import { planPictures } from './plan.ts';
import { allScenes } from './scenes/all-scenes.ts';
import { styles } from './styles.ts';
import { takePlan } from './take-plan.ts';

const usage = `npm run screenshots -- [--out FOLDER] [--style NAME]... [--scene START]... [--all | --short] [--approve] [--against FOLDER]

A picture of each page in each state, in two styles. Ends with 1 where a page has a fault or is not as it was approved, with 2 where there is
no Chromium.

  --all              each state in each style
  --short            each state in one style
  --style, --scene   only these: a style by its name, a state by how its name begins
  --approve          later runs are held to what is seen now
  --against FOLDER   compares with the pictures of another run
`;
const say = (line: string) => void process.stdout.write(`${line}\n`);
const approved = join(import.meta.dirname, 'approved');
/** The major version of Chromium that drew the approved pictures: another one rounds edges and breaks lines otherwise. */
const drawnBy = join(approved, 'chromium-version');
const defaultOut = join(import.meta.dirname, '../../../miniprogram/dist/screenshots');

interface Chosen {
  out: string;
  style: readonly string[];
  scene: readonly string[];
  all: boolean;
  short: boolean;
  approve: boolean;
  against: string;
}

async function take(
  chromium: string,
  { style: named, scene, all, short, approve, ...folders }: Chosen,
): Promise<number> {
  const [out, against] = [resolve(folders.out), resolve(folders.against)];
  if (against === out)
    throw new Misused('The earlier run must lie in another folder than this one: name it by --out.');
  if (all && short) throw new Misused('--all and --short exclude one another.');
  const isPartial = named.length + scene.length > 0;
  const isAskedFor = (name: string) => scene.length === 0 || scene.some((start) => name.startsWith(start));
  const plan = planPictures(allScenes, styles, all || isPartial ? 'everything' : short ? 'short' : 'usual')
    .filter(({ style }) => named.length === 0 || named.includes(style.name))
    .map(({ style, scenes }) => ({ style, scenes: scenes.filter(({ name }) => isAskedFor(name)) }));
  rmSync(out, { recursive: true, force: true });
  const { found, version } = await takePlan(chromium, plan, out, say);
  for (const [where, { kind, what }] of found) say(`${where.padEnd(40)} ${kind.padEnd(13)} ${what}`);
  const pictures = plan.reduce((sum, { scenes }) => sum + scenes.length, 0);
  say(`${pictures} pictures in ${out}: ${found.length || 'no'} findings`);
  if (approve) {
    const count = await approvePictures(out, approved, isPartial || short);
    writeFileSync(drawnBy, `${version}\n`);
    say(`${count} pictures are approved: look at each of them before you commit them`);
    return found.length === 0 ? 0 : 1;
  }
  const before = existsSync(drawnBy) ? readFileSync(drawnBy, 'utf8').trim() : version;
  if (against === approved && before !== version) {
    say(
      `Chromium ${before} drew the approved pictures, and this is ${version}, which draws otherwise: they are not compared.`,
    );
    return found.length === 0 ? 0 : 1;
  }
  const marked = join(out, 'marked');
  const drawn = new Set(allScenes.filter(({ drawn }) => drawn === true).map(({ name }) => name));
  const differences = await comparePictures(out, against, marked, drawn);
  for (const { picture, what } of differences) say(`${picture.padEnd(40)} changed       ${what}`);
  say(`${differences.length || 'no'} pictures are not as they were; ${marked} shows where`);
  return found.length + differences.length === 0 ? 0 : 1;
}

/** `npm run screenshots`. */
await runCommand({
  usage,
  options: {
    out: { type: 'string', default: defaultOut },
    style: { type: 'string', multiple: true, default: [] },
    scene: { type: 'string', multiple: true, default: [] },
    all: { type: 'boolean', default: false },
    short: { type: 'boolean', default: false },
    approve: { type: 'boolean', default: false },
    against: { type: 'string', default: approved },
  },
  async run(_, chosen) {
    const chromium = findChromium(say);
    if (chromium === undefined) say('There is no Chromium here, and it could not be installed.');
    process.exitCode = chromium === undefined ? 2 : await take(chromium, chosen);
  },
});
