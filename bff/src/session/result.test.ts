import { beforeEach, describe, expect, it } from 'vitest';
import { startJobs } from '../jobs/start-jobs.ts';
import { hotel, testPorts } from '../ports/ports.fixture.ts';
import type { Ports } from '../ports/ports.ts';
import { readSession } from '../verify/08-result.ts';
import { now, playChecks, type World } from '../verify/checks.fixture.ts';

let world: World;
let signed = 0;

beforeEach(async () => {
  world = await testPorts();
  signed = 0;
  world.ports.signResult = async () => ({ token: `signed.${++signed}.time`, kid: 'k' });
  return () => world.ports.db.close();
});

async function passed(): Promise<string> {
  const stop = startJobs(world.ports);
  world.told.verdict = { outcome: 'pass' };
  const { sessionId } = await playChecks(world).deciding();
  const sql = 'select state from sessions where id = :sessionId';
  await expect.poll(() => world.ports.db.read(sql, { sessionId })).toMatchObject([{ state: 'passed' }]);
  stop();
  return sessionId;
}

const resultAt = async (ports: Ports, sessionId: string) =>
  (await readSession(ports, hotel, sessionId, now)).result;

describe('the result token of a check', () => {
  it('is signed once, with the end itself, and is the same at every read', async () => {
    const sessionId = await passed();
    expect(signed).toBe(1);
    for (let i = 0; i < 3; i++) expect(await resultAt(world.ports, sessionId)).toBe('signed.1.time');
    expect(signed).toBe(1);
  });

  it('is one, also where two processes sign at once what was not signed with the end', async () => {
    const warned: string[] = [];
    world.ports.warn = (what) => warned.push(what);
    const { signResult } = world.ports;
    world.ports.signResult = async () => {
      throw new RangeError('no relying party');
    };
    const sessionId = await passed();
    expect(warned).toEqual(['result-unsigned']);
    world.ports.signResult = signResult;
    const other = { ...world.ports };
    const [one, two] = await Promise.all([resultAt(world.ports, sessionId), resultAt(other, sessionId)]);
    expect(signed).toBe(2);
    expect(one).toBe(two);
    expect(await resultAt(other, sessionId)).toBe(one);
  });
});
