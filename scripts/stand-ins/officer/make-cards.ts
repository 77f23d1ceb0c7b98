import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Card, signedCard } from '../../../shared/sample/card.ts';
import { testHolders } from '../../authority/register/test-holders.ts';

// Makes scripts/people/cards.json anew: sandbox cards of all synthetic citizens and of the test holder who always passes, by an issuer whose
// key is thrown away afterwards. Run it after a citizen was added.

type Printed = Omit<Card, 'chip'>;

const people = join(import.meta.dirname, '..', '..', 'people');
const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const { x, y } = publicKey.export({ format: 'jwk' });
const kid = 'sandbox-cards-1';
const serial = () => `99${randomBytes(6).toString('hex').toUpperCase()}`;

function issue(printed: Printed, number = serial()): Card {
  const bytes = signedCard({ ...printed, chip: null }, number);
  const signature = sign('sha256', bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return { ...printed, chip: { serial: number, kid, signature: signature.toString('base64url') } };
}

const dates = { validFrom: '2021-03-01', validUntil: '2041-03-01' };
const citizens = readdirSync(people)
  .filter((name) => /^p[0-9]{2}$/.test(name))
  .sort()
  .map((id) => {
    const { name, idNumber } = JSON.parse(readFileSync(join(people, id, 'person.json'), 'utf8'));
    return { id, outcome: 'pass', card: issue({ name, idNumber, ...dates }) };
  });

const passing = testHolders.find(({ outcome }) => outcome === 'pass');
const failing = testHolders.find(({ outcome }) => outcome === 'fail');
if (passing === undefined || failing === undefined) throw new Error('the test holders have changed');
const { name, idNumber } = passing;
const good = issue({ name, idNumber, ...dates });
const flagged = issue({ name, idNumber, ...dates });
const test = [
  { id: 'pass', outcome: 'pass', card: good },
  {
    id: 'face-differs',
    outcome: 'fail',
    card: issue({ name: failing.name, idNumber: failing.idNumber, ...dates }),
  },
  { id: 'forged', outcome: 'fail', card: { ...good, validUntil: '2051-03-01' } },
  {
    id: 'expired',
    outcome: 'fail',
    card: issue({ name, idNumber, validFrom: '2011-03-01', validUntil: '2021-03-01' }),
  },
  { id: 'flagged', outcome: 'review', card: flagged },
  { id: 'name-differs', outcome: 'exception', card: issue({ name: `${name}达`, idNumber, ...dates }) },
];

const file = {
  issuer: { kid, jwk: { kty: 'EC', crv: 'P-256', x, y } },
  flagged: [flagged.chip?.serial],
  cards: [...citizens, ...test],
};
writeFileSync(join(people, 'cards.json'), `${JSON.stringify(file, null, 2)}\n`);
