import { describe, expect, it } from 'vitest';
import type { DelegationView } from '../../../shared/contract/family/terms.ts';
import { ableFor } from './able-for.ts';

const ward = (id: string, changes: Partial<DelegationView> = {}): DelegationView => ({
  ...{ delegationId: `del_${id}`, relation: 'child', form: 'under-14', scenes: ['hotel'] },
  ...{ endsAt: 1_800_000_000_000, state: 'active', asks: 'each-time' },
  ...changes,
});
const hotel = { scene: 'hotel', level: 'basic' } as const;

describe('who may have a check of a counter', () => {
  it('is each ward for whom that kind of business was chosen', () => {
    const [one, other] = [ward('one'), ward('other', { scenes: ['rail', 'hospital'] })];
    expect(ableFor(hotel, [one, other])).toEqual([one]);
    expect(ableFor({ ...hotel, scene: 'rail' }, [one, other])).toEqual([other]);
  });

  it('is nobody for whom it is over, or paused', () => {
    expect(ableFor(hotel, [ward('over', { state: 'ended' }), ward('paused', { state: 'rests' })])).toEqual(
      [],
    );
  });

  it('is nobody where more is asked for than a ward has', () => {
    expect(ableFor({ ...hotel, level: 'strict' }, [ward('one')])).toEqual([]);
  });
});
