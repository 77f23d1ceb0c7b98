import {
  changeScenesCall,
  type RelyingPartyRecord,
  showRelyingPartyCall,
} from '../../../shared/contract/operator/relying-parties.ts';
import type { ScenesChosen } from '../../../shared/contract/operator/terms.ts';
import { wordPolicies } from '../../../shared/counter-word.ts';
import { levels } from '../../../shared/levels.ts';
import { type Purpose, type Scene, scenes as table } from '../../../shared/scenes.ts';
import { Refused } from '../../program/ask-operator.ts';
import { Misused } from '../../program/run-command.ts';
import type { Desk } from '../desk.ts';
import { type Options, scenesIn } from '../options.ts';

/**
 * `scene RP SCENE [--level strict] [--purpose check-in ...] [--remove]`: takes a scene up, changes what is named of it, or gives it up. What
 * makes it weaker is proposed. @throws Misused, Error in a sentence, Refused
 */
export async function sceneByCommand(desk: Desk, rpId: string, name: string, given: Options): Promise<void> {
  const { version, scenes } = await desk.ask(showRelyingPartyCall, { params: { rpId } });
  const changed = scenesWith({ rpId, scenes }, name, given);
  const record = await desk
    .ask(changeScenesCall, { params: { rpId }, body: { version, scenes: changed } })
    .catch((fault: unknown) => {
      if (!(fault instanceof Refused) || fault.code !== 'two-operators-needed') throw fault;
      const words = [
        ...(given.level === undefined ? [] : [`--level ${given.level}`]),
        ...(given.purpose ?? []).map((purpose) => `--purpose ${purpose}`),
      ];
      throw new Error(
        `That makes ${name} weaker, which takes two operators: npm run rp -- propose scene ${[rpId, name, ...words].join(' ')}`,
      );
    });
  const now = record.scenes.find(({ scene }) => scene === name);
  console.log(
    now === undefined
      ? `${rpId} does not have the scene ${name} any more.`
      : `${name} of ${rpId}: level ${now.level}, for ${now.purposes.join(', ')}, counter word ${now.counterWord}.`,
  );
  console.log('It counts for the next check.');
}

/** `word RP SCENE always|late|never`. @throws Error in a sentence, Refused */
export async function wordByCommand(desk: Desk, rpId: string, name: string, word: string): Promise<void> {
  const counterWord = wordPolicies.find((each) => each === word);
  if (counterWord === undefined) throw new Error(`The counter word is one of ${wordPolicies.join(', ')}.`);
  const [wanted] = scenesIn({ scene: [name] });
  const { version, scenes } = await desk.ask(showRelyingPartyCall, { params: { rpId } });
  if (!scenes.some(({ scene }) => scene === wanted))
    throw new Error(`${rpId} does not have the scene ${name}.`);
  const changed = scenes.map((each) => (each.scene === wanted ? { ...each, counterWord } : each));
  await desk.ask(changeScenesCall, { params: { rpId }, body: { version, scenes: changed } });
  console.log(
    `In ${name} the counter word of ${rpId} is asked for: ${counterWord}. It counts for the next check.`,
  );
}

/**
 * The scenes of a relying party with what was named of one of them; all others as they are. @throws Misused, Error in a sentence
 */
export function scenesWith(
  { rpId, scenes }: Pick<RelyingPartyRecord, 'rpId' | 'scenes'> | { rpId: string; scenes: ScenesChosen },
  name: string,
  given: Options,
): ScenesChosen {
  const [scene] = scenesIn({ scene: [name] });
  if (scene === undefined) throw new Misused('scene takes a relying party and a scene.');
  const others = scenes.filter((each) => each.scene !== scene);
  const before = scenes.find((each) => each.scene === scene);
  if (given.remove) {
    if (given.level !== undefined || given.purpose !== undefined)
      throw new Misused('--remove gives the whole scene up: leave --level and --purpose out.');
    if (before === undefined) throw new Error(`${rpId} does not have the scene ${name}.`);
    if (others.length === 0)
      throw new Error(`${name} is its only scene: npm run rp -- revoke ${rpId}, or give it another first.`);
    return others;
  }
  const changed = { ...before, scene, ...levelIn(given), ...purposesIn(scene, given) };
  return before === undefined
    ? [...others, changed]
    : scenes.map((each) => (each === before ? changed : each));
}

function levelIn({ level }: Options) {
  if (level === undefined) return {};
  const found = levels.find((each) => each === level);
  if (found === undefined) throw new Misused(`--level is one of ${levels.join(', ')}.`);
  return { level: found };
}

function purposesIn(scene: Scene, { purpose }: Options): { purposes?: Purpose[] } {
  if (purpose === undefined) return {};
  const allowed: readonly Purpose[] = table[scene].purposes;
  const purposes = purpose.map((name) => {
    const found = allowed.find((each) => each === name);
    if (found !== undefined) return found;
    throw new Misused(`--purpose ${name}: ${scene} has ${allowed.join(', ')}.`);
  });
  return { purposes };
}
