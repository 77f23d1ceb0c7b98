import { expect, it } from 'vitest';
import { agree, claimed } from '../world/check.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const { keys } = world.authority;

it('a challenge by a struck key is refused by a phone that is given the list of now, and one that saw it takes no older list', async () => {
  const kept: Record<'challenge' | 'keyList', string> = { challenge: '', keyList: '' };
  const check = await claimed(world);
  const { lies } = check.phone;
  for (const name of ['challenge', 'keyList'] as const)
    lies[name] = (signed) => {
      kept[name] = signed;
      return signed;
    };
  await agree(check);
  expect(keys.strike(keys.list().sign[0]?.kid ?? '', world.clock.at)).toBe(true);

  delete lies.keyList;
  lies.challenge = () => kept.challenge;
  await expect(agree(check)).rejects.toMatchObject({
    code: 'authority-untrusted',
    why: 'challenge-signature',
  });

  const next = await claimed(world, check.phone);
  delete lies.challenge;
  await agree(next);
  lies.challenge = () => kept.challenge;
  lies.keyList = () => kept.keyList;
  await expect(agree(next)).rejects.toMatchObject({ code: 'authority-untrusted', why: 'key-list-older' });
});
