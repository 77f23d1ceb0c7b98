import { describe, expect, it } from 'vitest';
import { setUp } from '../testing/set-up.ts';
import { identity } from './02-identity.ts';

const person = { name: '林知遥', idNumber: '990001199904121101', validUntil: 'long-term' };

describe('the identity form', () => {
  it('accepts what can be sealed, trimmed and with a capital X', async () => {
    const { holder } = await setUp('apply');
    const typed = { name: ' 林知遥 ', idNumber: '99000119990412110x', validUntil: '2099-01-01' };
    const wrong = identity(holder, typed);
    expect(wrong).toEqual({ ok: false, problems: [{ field: 'idNumber', problem: 'check-digit' }] });
    const right = identity(holder, { ...typed, idNumber: '990001199904121101' });
    expect(right).toMatchObject({ ok: true, identity: { name: '林知遥' } });
  });

  it('takes a pasted number and keeps the name as it was written', async () => {
    const { holder } = await setUp('apply');
    const typed = { ...person, name: '买买提•艾力', idNumber: '\u202d990001 19990412 1101\u200b' };
    expect(identity(holder, typed)).toMatchObject({
      ok: true,
      identity: { name: '买买提•艾力', idNumber: person.idNumber },
    });
  });

  it('refuses a name that turns the direction of writing, with the reason', async () => {
    const { holder } = await setUp('apply');
    expect(identity(holder, { ...person, name: '林\u202e知遥' })).toEqual({
      ok: false,
      problems: [{ field: 'name', problem: 'direction' }],
    });
  });

  it('names every field that has to be corrected', async () => {
    const { holder } = await setUp('apply');
    expect(identity(holder, { name: ' ', idNumber: '1', validUntil: '2001-01-01' })).toEqual({
      ok: false,
      problems: [
        { field: 'name', problem: 'empty' },
        { field: 'idNumber', problem: 'length' },
        { field: 'validUntil', problem: 'past' },
      ],
    });
  });

  it('refuses test regions under a root that is no sandbox', async () => {
    const { holder } = await setUp('apply');
    const real = { ...holder, trust: { ...holder.trust, sandbox: false } };
    expect(identity(real, person)).toMatchObject({ ok: false });
  });
});
