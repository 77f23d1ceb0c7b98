import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { groupCitizens } from './group-citizens.ts';

it('each citizen is in one group of skin, one of age and one of sex, and no group is a single citizen', () => {
  const groups = groupCitizens(fileURLToPath(new URL('../../people', import.meta.url)));
  for (const trait of ['skin', 'age', 'sex'] as const) {
    const ids = groups.filter((group) => group.trait === trait).flatMap((group) => [...group.ids]);
    expect(ids.toSorted()).toEqual(
      Array.from({ length: 14 }, (_, index) => `p${String(index + 1).padStart(2, '0')}`),
    );
  }
  for (const { ids } of groups) expect(ids.size).toBeGreaterThan(1);
});
