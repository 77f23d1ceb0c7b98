import { it } from 'vitest';
import { claimsOf } from '../world/jws.fixture.ts';
import { makePair } from '../world/parties.fixture.ts';
import { expectUnknown, resigned } from '../world/registration.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const { keys } = world.authority;
const { open, privateKey } = makePair('bff-registrar');
const { kid, ...jwk } = open;
const names = { rpName: '银行' };

it('a BFF that signs names itself is believed by no phone', async () => {
  await expectUnknown(
    world,
    ({ registrar, statement }) => ({ registrar, statement: resigned(statement, names, privateKey) }),
    'statement-signature',
  );
});

it('a BFF that makes a registrar of its own is believed by no phone', async () => {
  await expectUnknown(
    world,
    ({ registrar, statement }) => ({
      registrar: resigned(registrar, { kid, jwk }, privateKey),
      statement: resigned(statement, names, privateKey),
    }),
    'registrar-signature',
  );
});

it('what the authority has signed for another purpose names nobody', async () => {
  await expectUnknown(
    world,
    ({ registrar, statement }) => ({
      registrar,
      statement: keys.sign('lz-challenge+jwt', { ...claimsOf(statement), ...names }),
    }),
    'statement-signature',
  );
  await expectUnknown(
    world,
    ({ statement }) => ({
      registrar: keys.signByRoot('lz-keys+jwt', claimsOf(world.party('cnt_hotel-1').registration.registrar)),
      statement,
    }),
    'registrar-signature',
  );
});

it('the key that signs challenges names nobody', async () => {
  await expectUnknown(
    world,
    ({ registrar, statement }) => ({
      registrar,
      statement: keys.sign('lz-registration+jwt', { ...claimsOf(statement), ...names }),
    }),
    'statement-signature',
  );
});
