import { describe, expect, it } from 'vitest';
import { storageInMemory } from '../../../scripts/stand-ins/phone/stand-in-platform.ts';
import type { DelegationView } from '../../../shared/contract/family/terms.ts';
import { calledOf, type Family, keepNames, nameOf, readNames } from './ward-names.ts';

function ward(id: string, changes: Partial<DelegationView> = {}): DelegationView {
  return {
    ...{ delegationId: `del_${id}`, relation: 'child', form: 'under-14', scenes: ['hotel'] },
    ...{ endsAt: 1_800_000_000_000, state: 'active', asks: 'each-time' },
    ...changes,
  };
}
const elder = ward('elder');
const younger = ward('younger');
const mother = ward('mother', { relation: 'parent', form: 'adult' });
const family: Family = {
  delegations: [elder, younger, mother],
  most: 5,
  names: { [mother.delegationId]: '妈妈', [elder.delegationId]: '' },
};

describe('what a ward is called', () => {
  it('is what the owner says, and else who that is, with a number where there are several', () => {
    expect(nameOf(mother, family)).toEqual({ zh: '妈妈', en: '妈妈' });
    expect(nameOf(elder, family)).toEqual({ zh: '孩子 1', en: 'Child 1' });
    expect(nameOf(younger, family)).toEqual({ zh: '孩子 2', en: 'Child 2' });
    expect(nameOf(elder, { ...family, delegations: [elder] })).toEqual({ zh: '孩子', en: 'Child' });
  });

  it('fits into a sentence', () => {
    expect(calledOf(mother, family)).toEqual({ zh: '妈妈', en: '妈妈' });
    expect(calledOf(younger, family)).toEqual({ zh: '孩子 2', en: 'your child (2)' });
    expect(calledOf(mother, { ...family, names: {} })).toEqual({ zh: '父母', en: 'your parent' });
  });
});

describe('what the phone keeps of the names', () => {
  it('is of those for whom the owner answers, or may again', async () => {
    const storage = storageInMemory();
    const over = ward('over', { state: 'ended' });
    const grown = ward('grown', { state: 'ended', renewable: 'under-18' });
    const names = { del_elder: '豆豆', del_over: '表妹', del_grown: '大宝', del_gone: '某人' };
    await keepNames(storage, { delegations: [elder, over, grown], names });
    expect(await readNames(storage)).toEqual({ del_elder: '豆豆', del_grown: '大宝' });
  });

  it('is nothing once there is nobody, so that nothing says that there ever was', async () => {
    const storage = storageInMemory();
    await keepNames(storage, { delegations: [elder], names: {} });
    expect(await storage.read('wards')).toBeDefined();
    await keepNames(storage, {
      delegations: [ward('elder', { state: 'ended' })],
      names: { del_elder: '豆豆' },
    });
    expect(await storage.read('wards')).toBeUndefined();
  });

  it.each(['', 'no json', '[]', 'null', '{"del_elder":7}'])('is no name where it says %j', async (kept) => {
    const storage = storageInMemory(new Map([['wards', kept]]));
    expect(await readNames(storage)).toEqual({});
  });
});
