import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeCitizen } from '../../../scripts/stand-ins/phone/make-citizen.ts';
import { encodeBase64url } from '../../../shared/bytes/base64url.ts';
import type { Random } from '../../../shared/bytes/random.ts';
import type { Registrant, Registration } from '../../../shared/contract/authority/registration.ts';
import { asId, type CounterId, type RpId } from '../../../shared/ids.ts';
import { makeDeviceKey } from '../../../shared/jws/make-device-key.ts';
import type { PublicJwk } from '../../../shared/jws/public-jwk.ts';
import { thumbprint } from '../../../shared/jws/thumbprint.ts';
import type { Identity } from '../../../shared/sample/samples.ts';
import type { Scene } from '../../../shared/scenes.ts';
import type { PrivateJwk } from '../../src/adapters/keys/result-signer.ts';
import type { RelyingParty } from '../../src/ports/registry.ts';

export const random: Random = (length) => new Uint8Array(randomBytes(length));

/** A key pair in the three forms that the parts of the world want. */
export interface KeyPair {
  privateKey: Uint8Array;
  open: PublicJwk & { kid: string };
  secret: PrivateJwk;
}

export function makePair(kid: string): KeyPair {
  const { privateKey, publicJwk } = makeDeviceKey(random);
  const open = { ...publicJwk, kid };
  return { privateKey, open, secret: { ...open, d: encodeBase64url(privateKey) } };
}

/** A counter as its RP runs it. */
export interface CounterParty {
  id: CounterId;
  rpId: RpId;
  key: KeyPair;
}

/** As it is registered with the authority. */
export interface RegisteredParty extends CounterParty {
  registrant: Registrant;
  registration: Registration;
}

const rps: {
  id: string;
  name: string;
  scenes: Scene[];
  counterWord?: RelyingParty['counterWord'];
  encrypted?: true;
  /** Where pages of its own may call from, with the first counter's token. */
  origins?: string[];
  counters: string[];
}[] = [
  {
    ...{ id: 'rp_hotel', name: '酒店', scenes: ['hotel', 'peer'], counterWord: { peer: 'always' } },
    origins: ['https://desk.hotel.example'],
    counters: ['cnt_hotel-1', 'cnt_hotel-2', 'cnt_hotel-3'],
  },
  {
    ...{ id: 'rp_office', name: '政务', scenes: ['gov-window'], origins: ['https://window.office.example'] },
    counters: ['cnt_office-1'],
  },
  {
    ...{ id: 'rp_net-bar', name: '网吧', scenes: ['net-bar'], counterWord: { 'net-bar': 'never' } },
    counters: ['cnt_net-bar-1'],
  },
  {
    ...{ id: 'rp_points', name: '受理点', scenes: ['acceptance'] },
    counters: ['cnt_points-north', 'cnt_points-south'],
  },
  { id: 'rp_shop', name: '门店', scenes: ['parcel'], encrypted: true, counters: ['cnt_shop-1'] },
];

function originsOf(counterId: CounterId): { origins?: string[] } {
  const rp = rps.find(({ counters }) => counters[0] === counterId);
  return rp?.origins === undefined ? {} : { origins: rp.origins };
}

/** What a counter of the world is registered as. */
function registrantOf({ id, rpId, key }: CounterParty): Registrant {
  const { name, scenes } = rps.find((rp) => rp.id === rpId) ?? { name: '', scenes: [] };
  const names = { rpName: name, counterName: id, place: `${name}街 1 号` };
  return { rpId, counterId: id, ...names, scenes, counterKey: thumbprint(key.open) };
}

/**
 * Registers all parties with the authority and writes a registry file; answers its counters and the key that opens the shop's
 * results.
 */
export function registerParties(
  folder: string,
  register: (registrant: Registrant) => Registration,
): {
  file: string;
  counters: RegisteredParty[];
  shopKey: PrivateJwk;
} {
  const shopKey = makePair('shop');
  const parties = rps.flatMap(({ id, counters }) =>
    counters.map((counter): RegisteredParty => {
      const party = { id: asId('cnt', counter), rpId: asId('rp', id), key: makePair(counter) };
      const registrant = registrantOf(party);
      return { ...party, registrant, registration: register(registrant) };
    }),
  );
  const file = join(folder, 'registry.json');
  const relyingParties = rps.map(({ id, scenes, counterWord, encrypted }) => ({
    ...{ id, scenes },
    ...(counterWord && { counterWord }),
    ...(encrypted && { encryptionKey: shopKey.open }),
  }));
  const counters = parties.map(({ id, rpId, key, registration }) => ({
    ...{ id, rpId, key: key.open, registration },
    ...originsOf(id),
  }));
  writeFileSync(file, JSON.stringify({ relyingParties, counters }));
  return { file, counters: parties, shopKey: shopKey.secret };
}

/** The made-up citizen of that number. */
export function citizen(number: number): Identity {
  return makeCitizen(number, `公民${number}`);
}

let drawn = 0;

/** Another citizen than any before it: files share this module, and no world has so many people. */
export function anotherCitizen(): Identity {
  drawn += 1;
  return citizen(501 + (drawn % 499));
}
