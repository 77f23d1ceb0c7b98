import { describe, expect, it } from 'vitest';
import type { Registrant } from '../../../shared/contract/authority/registration.ts';
import type { WhoAsks } from '../../../shared/contract/holder-view.ts';
import { beginCheck, resume } from '../journey/begin.ts';
import { nextStep } from '../journey/next-step.ts';
import { login } from '../login/01-login.ts';
import type { Change, RegistrationChange } from '../testing/fake-authority.ts';
import { registrant } from '../testing/fake-bff.ts';
import { type Rig, setUp } from '../testing/set-up.ts';
import { HolderProblem } from './holder-problem.ts';
import { checkWhoAsks } from './who-asks.ts';

const now = 1_790_000_000;
const code = 'https://bff.test/q/1.x.1.y';
const bank: Registrant = { ...registrant, rpId: 'rp_bank', rpName: 'Bank', counterId: 'cnt_bank-1' };

/** The registrar's own words about the counter, but for what is wrong with them. */
function registered(rig: Rig, change: RegistrationChange = {}, as = registrant): void {
  change.statement ??= {};
  say(rig, { registration: rig.bff.authority.register(as, change) });
}

/** Brings that key list with who asks. */
function listed({ bff }: Rig, change: Change): void {
  bff.view = { ...bff.view, keyList: bff.authority.keyList(change) };
}

function say({ bff }: Rig, change: Partial<WhoAsks>): void {
  if (bff.view.asks !== undefined) bff.view = { ...bff.view, asks: { ...bff.view.asks, ...change } };
}

/** What becomes of the check, on the phone of who scans and of who reloads. */
async function refusals(prepare: (rig: Rig) => void): Promise<string[]> {
  const rig = await setUp();
  await login(rig.holder);
  prepare(rig);
  const told = (problem: unknown) =>
    problem instanceof HolderProblem ? `${problem.code} ${problem.why}` : String(problem);
  const ways = [beginCheck(rig.holder, code), resume(rig.holder, rig.bff.view.id)];
  return await Promise.all(ways.map((way) => way.then(({ view }) => `shown ${view.asks?.rpName}`, told)));
}

describe('who asks', () => {
  it('is shown by the names that the registrar has signed, the place among them', async () => {
    const rig = await setUp();
    const journey = await beginCheck(rig.holder, code);
    const { rpName, counterName, place, rpId, counterId } = registrant;
    expect(nextStep(journey)).toMatchObject({ at: 'confirm' });
    expect(journey.view.asks).toMatchObject({ rpName, counterName, place, rpId, counterId });
    expect(journey.view.asks).not.toHaveProperty('registration');
  });

  it.each<[string, string, (rig: Rig) => void]>([
    ['statement-signature', 'signed by the BFF itself', (rig) => registered(rig, { otherKey: true })],
    ['registrar-signature', 'under another root', (rig) => registered(rig, { otherRoot: true })],
    ['statement-signature', 'edited', (rig) => say(rig, { registration: edited(rig) })],
    ['other-rp', 'of another RP', (rig) => registered(rig, {}, bank)],
    [
      'other-counter',
      'of another counter of the RP',
      (rig) => registered(rig, { statement: { counterId: 'cnt_desk-2' } }),
    ],
    ['other-scene', 'for other scenes', (rig) => registered(rig, { statement: { scenes: ['parcel'] } })],
    ['registration-over', 'run out', (rig) => registered(rig, { statement: { exp: now - 60 } })],
    ['registration-over', 'not valid yet', (rig) => registered(rig, { statement: { iat: now + 60 } })],
    [
      'registration-over',
      'by a registrar who is one no longer',
      (rig) => registered(rig, { registrar: { exp: now - 60 } }),
    ],
    ['registrar-sandbox', 'of no sandbox', (rig) => registered(rig, { registrar: { sandbox: false } })],
    ['statement-sandbox', 'half of a sandbox', (rig) => registered(rig, { statement: { sandbox: false } })],
    ['statement-issuer', 'of another issuer', (rig) => registered(rig, { statement: { iss: 'another' } })],
    ['statement-form', 'without a name', (rig) => registered(rig, { statement: { rpName: '' } })],
    [
      'statement-form',
      'with a name over several lines',
      (rig) => registered(rig, { statement: { rpName: 'Hotel\nBank' } }),
    ],
    [
      'statement-form',
      'with a name that turns the direction of writing',
      (rig) => registered(rig, { statement: { rpName: 'Hotel\u202eknaB' } }),
    ],
    [
      'statement-form',
      'with the name of another counter, but for what is not seen',
      (rig) => registered(rig, { statement: { counterName: 'Desk\u200b 1' } }),
    ],
    [
      'statement-form',
      'with a place that fills the screen',
      (rig) => registered(rig, { statement: { place: '京'.repeat(61) } }),
    ],
    [
      'statement-signature',
      'of another purpose',
      ({ bff, ...rig }) => {
        const { registrar = '' } = bff.view.asks?.registration ?? {};
        say({ bff, ...rig }, { registration: { registrar, statement: registrar } });
      },
    ],
    [
      'registrar-struck',
      'by a registrar who was struck',
      (rig) => listed(rig, { keyList: { registrars: [] } }),
    ],
    [
      'key-list-signature',
      'by a registrar whom another root lists',
      (rig) => listed(rig, { otherRoot: true }),
    ],
    [
      'key-list-expired',
      'by a registrar of a list that has run out',
      (rig) => listed(rig, { keyList: { exp: now - 60 } }),
    ],
    [
      'key-list-older',
      'by a registrar of a list that is older than one seen before',
      ({ holder }) => {
        holder.link.newestKeyList = { version: 2, iat: now };
      },
    ],
    [
      'key-list-missing',
      'without a key list',
      ({ bff }) => {
        const { keyList: _, ...view } = bff.view;
        bff.view = view;
      },
    ],
  ])('is refused as %s before anybody may agree: a statement %s', async (why, _, prepare) => {
    const refused = `who-asks-unknown ${why}`;
    expect(await refusals(prepare)).toEqual([refused, refused]);
  });

  it('is shown of a check that is over, whoever was struck since', async () => {
    const rig = await setUp();
    listed(rig, { keyList: { registrars: [] } });
    expect(checkWhoAsks(rig.holder, { ...rig.bff.view, state: 'passed' }).asks?.rpName).toBe('Hotel');
    expect(() => checkWhoAsks(rig.holder, { ...rig.bff.view, state: 'challenged' })).toThrow(
      'who-asks-unknown',
    );
  });

  it('teaches the phone the newest key list, so that no older one is taken with the challenge', async () => {
    const rig = await setUp();
    listed(rig, { keyList: { version: 3 } });
    checkWhoAsks(rig.holder, rig.bff.view);
    expect(rig.holder.link.newestKeyList.version).toBe(3);
  });

  it('needs a statement at all', async () => {
    const [scanned] = await refusals(({ bff }) => {
      bff.before = (what, serve) => {
        const answer = serve();
        if (what !== 'POST claim') return answer;
        const { asks, ...view } = bff.view;
        const { registration: _, ...rest } = { ...asks };
        return { ...answer, body: new TextEncoder().encode(JSON.stringify({ ...view, asks: rest })) };
      };
    });
    expect(scanned).toBe('answer-unreadable 200');
  });

  it('is judged by the time of the BFF, and the clock is named where that alone is to blame', async () => {
    const rig = await setUp();
    rig.time.phoneAhead = -1_790_000_000_000;
    rig.holder.link.clockAhead = 1_790_000_000_000;
    expect(checkWhoAsks(rig.holder, rig.bff.view).asks?.rpName).toBe('Hotel');
    rig.time.phoneAhead = 400 * 86_400_000;
    rig.holder.link.clockAhead = -rig.time.phoneAhead;
    expect(() => checkWhoAsks(rig.holder, rig.bff.view)).toThrow('clock-wrong');
  });
});

/** The registrar's signature under another name. */
function edited({ bff }: Rig): WhoAsks['registration'] {
  const { registrar = '', statement = '' } = bff.view.asks?.registration ?? {};
  const [header, payload = '', signature] = statement.split('.');
  const claims: object = JSON.parse(Buffer.from(payload, 'base64url').toString());
  const changed = Buffer.from(JSON.stringify({ ...claims, rpName: 'City Bank' })).toString('base64url');
  return { registrar, statement: `${header}.${changed}.${signature}` };
}
