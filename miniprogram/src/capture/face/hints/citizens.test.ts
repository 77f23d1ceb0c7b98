import type { Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { film, selfies, sketchAfter } from './citizens.fixture.ts';
import { measureSight } from './measure-sight.ts';
import { steadyHint } from './steady-hint.ts';
import { type SightHint, tellHint } from './tell-hint.ts';

const front = selfies().filter(({ name }) => /front/.test(name));

/** How many of the front pictures give which hint after `change`. */
async function hintsAfter(
  change: (picture: Sharp) => Sharp,
): Promise<Partial<Record<SightHint | 'none', number>>> {
  const counts: Partial<Record<SightHint | 'none', number>> = {};
  for (const { jpeg } of front) {
    const hint = tellHint(measureSight(await sketchAfter(jpeg, change)), undefined, true) ?? 'none';
    counts[hint] = (counts[hint] ?? 0) + 1;
  }
  return counts;
}

describe('the hints for the synthetic citizens', () => {
  it('are none for any picture that is as it should be', async () => {
    const hinted: string[] = [];
    for (const { name, jpeg } of selfies()) {
      const hint = tellHint(measureSight(await sketchAfter(jpeg)), undefined, true);
      if (hint !== undefined) hinted.push(`${name}: ${hint}`);
    }
    expect(selfies().length).toBe(182);
    expect(hinted).toEqual([]);
  });

  it.each(['p01', 'p02', 'p09'] as const)(
    'are none while %s looks, turns, nods and opens the mouth',
    async (person) => {
      const steady = steadyHint();
      const shown = new Set<SightHint | undefined>();
      let before: Uint8Array | undefined;
      for (const [place, jpeg] of film(person).entries()) {
        if (place % 2 === 1) continue;
        const sketch = await sketchAfter(jpeg);
        shown.add(steady(tellHint(measureSight(sketch, before), undefined, true), place * 100));
        before = sketch;
      }
      expect([...shown]).toEqual([undefined]);
    },
  );

  it('ask for more light where a third of it is left', async () => {
    expect(await hintsAfter((it) => it.linear(0.33, 0))).toEqual({ 'more-light': front.length });
  });

  it('ask for less light where most of the face is burnt out', async () => {
    expect(await hintsAfter((it) => it.linear(5, 40))).toEqual({ 'less-light': front.length });
  });

  it('are about the light for nobody whose face is neither lost in the dark nor burnt out', async () => {
    expect(Object.keys(await hintsAfter((it) => it.linear(1.3, 0)))).toEqual(['none']);
    expect(Object.keys(await hintsAfter((it) => it.linear(0.75, 0)))).toEqual(['none']);
  });

  it('ask to wipe the lens where everything is blurred', async () => {
    expect(await hintsAfter((it) => it.blur(16))).toEqual({ 'wipe-lens': front.length });
  });

  it('ask to hold still where the picture shifts by a tenth between two looks', async () => {
    let asked = 0;
    for (const { jpeg } of front) {
      const part = (left: number) => (it: Sharp) => it.extract({ left, top: 0, width: 400, height: 533 });
      const [before, after] = [await sketchAfter(jpeg, part(0)), await sketchAfter(jpeg, part(40))];
      if (tellHint(measureSight(after, before), undefined, true) === 'hold-still') asked++;
    }
    expect(asked).toBe(front.length);
  });
});
