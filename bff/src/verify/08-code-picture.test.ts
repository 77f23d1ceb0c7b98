import { expect, it } from 'vitest';
import { asId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { hotel, office, testPorts } from '../ports/ports.fixture.ts';
import { openSession } from './01-open-session.ts';
import { codePicture } from './08-code-picture.ts';
import { checkIn, problem } from './checks.fixture.ts';

it('so many pictures of one relying party are drawn at once, and no more; another’s are drawn meanwhile', async () => {
  const world = await testPorts();
  const drawings: ((picture: Uint8Array) => void)[] = [];
  const drawCode = () => new Promise<Uint8Array>((drawn) => void drawings.push(drawn));
  const ports = { ...world.ports, drawCode };
  const desks = Array.from({ length: limits.codePicturesAtOncePerRp + 1 }, (_, n) => ({
    ...hotel,
    counterId: asId('cnt', `cnt_hotel-${n}`),
  }));
  const opened = await Promise.all(
    desks.map((desk) => openSession(ports, desk, checkIn, world.idempotencyKey())),
  );
  const picture = (n: number) => codePicture(ports, desks[n] ?? hotel, opened[n]?.sessionId ?? '');

  const drawn = desks.slice(1).map((_, n) => picture(n + 1));
  await expect.poll(() => drawings.length).toBe(limits.codePicturesAtOncePerRp);
  await expect(picture(0)).rejects.toEqual(problem('too-many-requests'));
  const ofOffice = { scene: 'gov-window', purpose: 'handle-affairs' } as const;
  const { sessionId } = await openSession(ports, office, ofOffice, world.idempotencyKey());
  const other = codePicture(ports, office, sessionId);
  await expect.poll(() => drawings.length).toBe(limits.codePicturesAtOncePerRp + 1);

  for (const finish of drawings.splice(0)) finish(new Uint8Array(1));
  await Promise.all([...drawn, other]);
  const again = picture(0);
  await expect.poll(() => drawings.length).toBe(1);
  drawings[0]?.(new Uint8Array(1));
  await again;
  await world.ports.db.close();
});
