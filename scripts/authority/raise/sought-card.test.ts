import { expect, it } from 'vitest';
import { makeDevice, readVerdict } from '../authority.fixture.ts';
import { guardianOn } from '../family/family.fixture.ts';
import {
  bringSamples,
  flaggedSerial,
  issueCard,
  levelOf,
  raiseBody,
  startOfficer,
  startWithPoints,
  yes,
} from './raise.fixture.ts';

it('a card that somebody looks for goes to a review also where two officers except its name', async () => {
  const points = startWithPoints();
  const { authority } = points;
  await points.addPoint('north');
  const [first, second] = [await startOfficer(points, 'north'), await startOfficer(points, 'north')];
  const device = makeDevice();
  const handle = await guardianOn(authority, device);
  const card = issueCard({ name: '改名的人' }, flaggedSerial);
  const issued = await bringSamples(
    authority,
    raiseBody(handle, first, { deviceThumbprint: device.thumbprint }),
    card,
  );
  for (const officer of [first, second])
    await officer.decide(issued.claims.challengeId, { ...yes, exception: 'name-differs' });
  expect((await readVerdict(authority, issued))?.outcome).toBe('review');
  expect(levelOf(authority, handle)).toBe('basic');
  await authority.stop();
});
