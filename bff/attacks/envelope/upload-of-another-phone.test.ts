import { expect, it } from 'vitest';
import { challenged } from '../world/check.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a phone cannot upload into the session of another, which looks as if it were not there', async () => {
  const { phone, sessionId, face } = await challenged(world);
  const thief = await world.citizen();
  const refused = await thief.put(sessionId, 'face', face);
  expect(refused).toMatchObject({ status: 404, code: 'not-found' });
  const absent = await thief.put('ses_AAAAAAAAAAAAAAAAAAAAAA', 'face', face);
  expect({ ...absent.headers, ...Object(absent.body), traceId: '' }).toEqual({
    ...refused.headers,
    ...Object(refused.body),
    traceId: '',
    'x-request-id': absent.headers['x-request-id'],
    traceparent: absent.headers.traceparent,
    date: absent.headers.date,
  });
  expect(await phone.put(sessionId, 'face', face)).toMatchObject({ status: 202 });
});
