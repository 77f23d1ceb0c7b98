import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Holder } from '../holder/holder.ts';
import { agree } from '../journey/answer.ts';
import { login } from '../login/01-login.ts';
import { dropJourney, startCheck } from '../start/current-journey.ts';
import { goInstead } from '../start/go.ts';
import { type Rig, setUp } from '../testing/set-up.ts';
import { startOver } from './go-on.ts';

let here: Holder;
vi.mock('../start/ensure-logged-in.ts', () => ({ ensureLoggedIn: async () => here }));
vi.mock('../start/open-holder.ts', () => ({ openHolder: async () => here }));
vi.mock('../start/go.ts', () => ({ goInstead: vi.fn() }));

let rig: Rig;
beforeEach(async () => {
  rig = await setUp();
  here = rig.holder;
  await login(here);
  dropJourney();
  vi.mocked(goInstead).mockClear();
});

describe('a page of the capture that has nothing to capture for', () => {
  it('is left at once after a reload: nobody waits for the network on it, or is called back once they have gone', async () => {
    await startOver('ses_after-a-reload');
    expect(vi.mocked(goInstead).mock.calls).toEqual([['confirm', { session: 'ses_after-a-reload' }]]);
    expect(rig.bff.log).not.toContain('GET sessions');
  });

  it('is left for what comes next where the phone knows it', async () => {
    const { id } = rig.bff.view;
    const journey = await startCheck('https://bff.test/q/1.x.1.y');
    await startOver(id);
    agree(journey, { face: true, voice: true });
    await startOver(id);
    expect(vi.mocked(goInstead).mock.calls.map(([page]) => page)).toEqual(['confirm', 'face']);
  });
});
