import { expect, it } from 'vitest';
import { readSession } from '../../../miniprogram/src/attempt/08-own-session.ts';
import { checkWhoAsks } from '../../../miniprogram/src/holder/who-asks.ts';
import { meet } from '../world/meeting.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a business cannot ask as a private person, nor a private person in the name of a business', async () => {
  const { joiner, joinerSession } = await meet(world);
  const { holder } = joiner;
  const said = await readSession(holder, joinerSession);
  expect(checkWhoAsks(holder, said).asks).toMatchObject({
    rpName: '',
    counterName: '',
    place: '',
    scene: 'peer',
  });
  const { asksPrivately, ...rest } = said;
  const registration = world.authority.register({
    ...{ rpId: 'rp_hotel', rpName: '酒店', counterId: 'cnt_hotel-1', counterName: '前台', place: '路 1 号' },
    ...{ scenes: ['hotel', 'peer'], counterKey: 'k'.repeat(43) },
  });
  const asPrivate = {
    ...rest,
    asksPrivately: { meetingId: asksPrivately?.meetingId ?? '', statement: registration },
  };
  expect(() => checkWhoAsks(holder, asPrivate)).toThrow('who-asks-unknown');
  const statement = asksPrivately?.statement ?? registration;
  const named = {
    rpId: 'rp_hotel',
    counterId: 'cnt_hotel-1',
    scene: 'peer',
    level: 'basic',
    purpose: 'meet',
  } as const;
  const asBrand = { ...rest, asks: { ...named, registration: statement } };
  expect(() => checkWhoAsks(holder, asBrand)).toThrow('who-asks-unknown');
});
