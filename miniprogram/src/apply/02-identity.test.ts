import { describe, expect, it } from 'vitest';
import { login } from '../login/01-login.ts';
import { setUp } from '../testing/set-up.ts';
import { identity } from './02-identity.ts';

const person = { name: '林知遥', idNumber: '990001199904121101', validUntil: 'long-term' };

const day = 24 * 3_600_000;

describe('the identity form', () => {
  it.each([
    ['400 days ahead: "the card has expired: renew it"', 400 * day],
    ['in 1970: "not a date of birth"', -1_790_000_000_000],
    ['in 2000: "not a date of birth"', 946_684_800_000 - 1_790_000_000_000],
  ])('judges dates by the BFF on a phone whose clock is %s', async (_, ahead) => {
    const { holder, time } = await setUp('apply');
    time.phoneAhead = ahead;
    const born2003 = { ...person, idNumber: '990001200304121138', validUntil: '2027-06-30' };
    expect(identity(holder, born2003)).toMatchObject({ ok: true });
    await login(holder);
    expect(identity(holder, born2003)).toMatchObject({ ok: true });
    expect(identity(holder, { ...born2003, validUntil: '2026-01-31' })).toEqual({
      ok: false,
      problems: [{ field: 'validUntil', problem: 'past' }],
    });
  });

  it("leaves dates to the authority while no time but the phone's own is known", async () => {
    const { holder, time } = await setUp('apply');
    time.phoneAhead = -1_790_000_000_000;
    expect(identity(holder, { ...person, validUntil: '2001-01-01' })).toMatchObject({ ok: true });
  });

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
    await login(holder);
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
