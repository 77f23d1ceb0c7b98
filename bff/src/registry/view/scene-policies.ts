import type { ScenePolicy, ScenesChosen } from '../../../../shared/contract/operator/terms.ts';
import { wordPolicyOf } from '../../../../shared/counter-word.ts';
import { levelSuffices } from '../../../../shared/levels.ts';
import { Problem } from '../../../../shared/problem.ts';
import { purposeFits, scenes } from '../../../../shared/scenes.ts';

type Chosen = ScenesChosen[number];

/** Every policy of a scene as it counts. */
export function policyOf({ scene, purposes, level, counterWord }: Chosen): ScenePolicy {
  return {
    scene,
    purposes: purposes ?? [...scenes[scene].purposes],
    level: level ?? scenes[scene].level,
    counterWord: wordPolicyOf(scene, counterWord),
  };
}

/**
 * What is chosen must be what will be done: nobody is to believe that a strict scene goes without the word.
 * @throws Problem scenes-invalid
 */
export function checkScenes(chosen: ScenesChosen): void {
  const fits = chosen.every(
    ({ scene, purposes = [], level, counterWord }) =>
      purposes.every((purpose) => purposeFits(scene, purpose)) &&
      (level === undefined || levelSuffices(level, scenes[scene].level)) &&
      (counterWord === undefined || wordPolicyOf(scene, counterWord) === counterWord),
  );
  if (!fits || new Set(chosen.map(({ scene }) => scene)).size < chosen.length)
    throw new Problem('scenes-invalid');
}

/** Whether a scene that was there, now or once, would go with less: without the word that it always had, or at a lower level. */
export function isWeaker(before: ScenesChosen, after: ScenesChosen): boolean {
  const was = before.map(policyOf);
  return after.map(policyOf).some(({ scene, level, counterWord }) => {
    const earlier = was.find((each) => each.scene === scene);
    if (earlier === undefined) return false;
    const lessWord = earlier.counterWord === 'always' && counterWord !== 'always';
    return lessWord || !levelSuffices(level, earlier.level);
  });
}
