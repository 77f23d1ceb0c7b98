import { beforeEach, describe, expect, it } from 'vitest';
import type { AuditEvent } from '../ports/audit.ts';
import { hotel } from '../ports/ports.fixture.ts';
import { openTally } from './open-tally.ts';

let told: AuditEvent[];
let time: number;
let counting: ReturnType<typeof openTally>;
beforeEach(() => {
  told = [];
  time = 1000;
  counting = openTally({ audit: async (event) => void told.push(event), now: () => time });
});

describe('the tally', () => {
  it('is one entry an interval, whatever is counted and however often', async () => {
    const { tally, tell } = counting;
    for (let n = 0; n < 6383; n++)
      tally({ event: 'request-refused', surface: 'access', code: 'client-unknown' });
    tally({ event: 'request-refused', surface: 'holder', code: 'code-forged' });
    tally({ event: 'counter-token-issued', ...hotel });
    tally({ event: 'login-code-sent' });
    tally({ event: 'verdict-refused', why: 'nonce' });
    time = 61_000;
    await tell();
    expect(told).toEqual([
      {
        event: 'tally',
        by: 'clock',
        since: 1000,
        counts: {
          'request-refused access client-unknown': 6383,
          'request-refused holder code-forged': 1,
          'counter-token-issued rp_hotel cnt_hotel-1': 1,
          'login-code-sent': 1,
          'verdict-refused nonce': 1,
        },
      },
    ]);
  });

  it('is no entry where nothing was counted, and counts each thing once', async () => {
    const { tally, tell } = counting;
    await tell();
    tally({ event: 'login-code-sent' });
    time = 2000;
    await tell();
    await tell();
    tally({ event: 'login-code-sent' });
    await tell();
    expect(told).toMatchObject([
      { since: 1000, counts: { 'login-code-sent': 1 } },
      { since: 2000, counts: { 'login-code-sent': 1 } },
    ]);
  });
});
