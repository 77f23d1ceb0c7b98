import { FLAT, LIGHT, LIKENESS } from './bands.ts';
import type { FaceObservation } from './face-observation.ts';
import { flatMovement, samePicture } from './flat-movement.ts';
import { isTurn, measurePrompt } from './measure-prompt.ts';
import type { OwnNeutral } from './own-neutral.ts';
import type { FaceFinding, FacePrompt, PromptScores } from './types.ts';

/** The frames of a window moved, and only as a flat picture does. */
function movedFlat(neutral: OwnNeutral, window: readonly FaceObservation[]): boolean {
  const movements = window.map(({ shape }) => flatMovement(neutral.shape, shape));
  const [largest] = movements.sort((a, b) => b.moved - a.moved);
  return !!largest && largest.moved >= FLAT.leastMoved && largest.residual <= FLAT.mostShare * largest.moved;
}

function judgeSeen(scores: PromptScores): FaceFinding[] {
  const findings: FaceFinding[] = [];
  if (isTurn(scores.prompt) && !(scores.light >= LIGHT.pass)) {
    findings.push(scores.light < LIGHT.fail ? 'light-unchanged' : 'light-hardly-changed');
  }
  const { fail, pass } = LIKENESS[scores.prompt];
  if (scores.leastLikeness < fail) findings.push('face-changed');
  else if (scores.leastLikeness < pass) findings.push('face-unsteady');
  return findings;
}

/** What a turn to the side that was not asked for shows, where it is one. */
function measureOtherWay(
  prompt: FacePrompt,
  neutral: OwnNeutral,
  window: readonly FaceObservation[],
): PromptScores | undefined {
  if (!isTurn(prompt)) return undefined;
  const other = measurePrompt(prompt === 'turn-left' ? 'turn-right' : 'turn-left', neutral, window);
  return other?.scores.seen ? other.scores : undefined;
}

/**
 * Every prompt must be seen in its own window, as a solid head does it, by the same face. `windows[i]` are the faces of
 * prompt i. One missed prompt is a reason to try again, all missed is none. A turn to the other side is a slip, or a camera that
 * mirrors: it never counts as the turn that was asked for, and is held to all that a turn is.
 */
export function judgePrompts(
  prompts: readonly FacePrompt[],
  neutral: OwnNeutral,
  windows: readonly (readonly FaceObservation[])[],
): { findings: FaceFinding[]; scores: PromptScores[] } {
  const findings = new Set<FaceFinding>();
  const scores: PromptScores[] = [];
  const best: FaceObservation[] = [];
  prompts.forEach((prompt, index) => {
    const window = windows[index] ?? [];
    const measured = measurePrompt(prompt, neutral, window);
    if (!measured) {
      findings.add('prompt-missed');
      return;
    }
    scores.push(measured.scores);
    best.push(measured.best);
    if (measured.scores.seen) {
      for (const finding of judgeSeen(measured.scores)) findings.add(finding);
      return;
    }
    const otherWay = measureOtherWay(prompt, neutral, window);
    if (otherWay) {
      findings.add('turned-other-way');
      for (const finding of judgeSeen(otherWay)) findings.add(finding);
      return;
    }
    findings.add('prompt-missed');
    if (measured.scores.leastLikeness < LIKENESS[prompt].fail) findings.add('face-changed');
    if (isTurn(prompt) && movedFlat(neutral, window)) findings.add('flat-picture');
  });
  if (!scores.some(({ seen }) => seen) && !findings.has('turned-other-way')) findings.add('no-prompt-seen');
  const repeated = best.some((face, index) =>
    best.slice(index + 1).some((other) => samePicture(face, other)),
  );
  if (repeated) findings.add('too-few-unique-frames');
  return { findings: [...findings], scores };
}
