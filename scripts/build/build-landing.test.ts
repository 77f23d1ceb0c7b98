import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLandingPage } from '../../bff/src/http/pages/landing-page.ts';
import { verifyAsks } from '../../bff/web/landing/verify-asks.ts';
import { fakeAuthority, type RegistrationChange } from '../../miniprogram/src/testing/fake-authority.ts';
import { registrant } from '../../miniprogram/src/testing/fake-bff.ts';
import * as limits from '../../shared/limits.ts';
import { buildLanding } from './build-landing.ts';

const now = 1_790_000_000;
const authority = fakeAuthority(
  (length) => new Uint8Array(randomBytes(length)),
  () => now * 1000,
);
const { kty, crv, x, y } = authority.root.jwk;
const trust = { root: { kty, crv, x, y }, sandbox: true };
const asks = (change: RegistrationChange = {}, as = registrant) => ({
  ...{ rpId: registrant.rpId, counterId: registrant.counterId },
  ...({ scene: 'hotel', level: 'basic', purpose: 'check-in' } as const),
  registration: authority.register(as, change),
});
const slack = { skew: limits.clockSkew / 1000, ahead: limits.phoneClockAheadMost / 1000 };
const names = (of = asks(), time = { server: now, phone: now }) => verifyAsks(of, trust, time, slack);

const long = '上海浦东国际机场华美达广场大酒店有限公司';
const about = {
  operator: { zh: long, en: 'Shanghai Pudong International Identity Services Company' },
  authority: { zh: long, en: 'The Authority of Persons and Papers' },
  ...{ hotline: '+86 21 5555 0100', privacyUrl: 'https://id.example/privacy"><script>', sandbox: true },
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lz-landing-test-'));
  for (const [part, files] of Object.entries({
    js: ['app.0a1b2c3d.js', 'confirm.1a2b3c4d.js', 'rest.2a3b4c5d.js'],
    css: ['app.3a4b5c6d.css'],
  })) {
    mkdirSync(join(folder, part));
    for (const file of files) writeFileSync(join(folder, part, file), '');
  }
  buildLanding(join(import.meta.dirname, '..', '..'), folder, {
    LIANGZHENG_BFF_URL: '',
    LIANGZHENG_TRUST: JSON.stringify(trust),
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the landing page as it is built', () => {
  const open = () => openLandingPage(join(folder, 'landing.html'), about);
  const page = (registration = asks({}, { ...registrant, rpName: long, counterName: long, place: long })) =>
    open().asks(
      'zh',
      { asks: registration, serverTime: now * 1000 },
      `/pages/confirm/index?code=1.${'x'.repeat(22)}.123456.${'y'.repeat(22)}`,
    );

  it('is 15 KB at most in all, with names of twenty characters each, before it is packed', () => {
    expect(Buffer.byteLength(page())).toBeLessThanOrEqual(15_000);
  });

  it('needs nothing else to be read: what it loads is the app, after it or behind it', () => {
    const html = page();
    const loaded = [...html.matchAll(/<(script|link)[^>]*\s(?:src|href)="([^"]*)"/g)].map(([, , url]) => url);
    expect(loaded).toEqual([
      'data:,',
      '/js/app.0a1b2c3d.js',
      '/js/confirm.1a2b3c4d.js',
      '/css/app.3a4b5c6d.css',
    ]);
    expect(html.match(/<script(?! defer| type="application\/json")/g)).toHaveLength(1);
    expect(html.indexOf('rel="stylesheet"')).toBeGreaterThan(html.indexOf('</noscript>'));
    expect(html).not.toMatch(/@import|url\(/);
  });

  it('leaves no place unfilled, and nothing that is filled in can end its element', () => {
    const html = page();
    expect(html).not.toMatch(/__[a-zA-Z]+__|<!--/);
    expect(html).not.toContain('privacy"><script>');
    const { data = '' } = /id="landed">(?<data>[^<]*)<\/script>/.exec(html)?.groups ?? {};
    expect(JSON.parse(data)).toMatchObject({ serverTime: now * 1000, asks: { rpId: registrant.rpId } });
  });

  it('says in each language why nothing opens, without a word of who asks', () => {
    const html = open().refuses('en', 'stale');
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('data-state="stale"');
    expect(html).toContain('id="landed">null<');
    expect(html.match(/data-for="\w+"/g)).toEqual(['data-for="stale"']);
    expect(html).not.toMatch(/ src=|rel="stylesheet"/);
  });

  it('says without scripts what to do', () => {
    expect(readFileSync(join(folder, 'landing.html'), 'utf8')).toMatch(
      /<noscript>.*JavaScript.*<\/noscript>/,
    );
  });
});

describe('who asks, on the landing page', () => {
  it('is shown by the names that the registrar has signed', async () => {
    const { rpName, counterName, place } = registrant;
    expect(await names()).toEqual({ rpName, counterName, place });
  });

  it('is judged by the server’s time, never by less than the phone’s own less a day', async () => {
    expect(await names(asks(), { server: now, phone: 0 })).toMatchObject({ place: registrant.place });
    const over = { server: now, phone: now + 400 * 86_400 };
    await expect(names(asks(), over)).rejects.toThrow('not signed');
  });

  const bank = { ...registrant, rpId: 'rp_bank', counterId: 'cnt_bank-1' };
  it.each([
    ['signed by the BFF itself', asks({ otherKey: true })],
    ['under another root', asks({ otherRoot: true })],
    ['with the certificate in the place of the statement', swapped(asks())],
    ['edited', edited(asks())],
    ['of another counter', asks({}, bank)],
    ['for other scenes', asks({ statement: { scenes: ['parcel'] } })],
    ['run out', asks({ statement: { exp: now - 60 } })],
    ['not valid yet', asks({ statement: { iat: now + 60 } })],
    ['by a registrar who is one no longer', asks({ registrar: { exp: now - 60 } })],
    ['of no sandbox', asks({ registrar: { sandbox: false } })],
    ['half of a sandbox', asks({ statement: { sandbox: false } })],
    ['of another issuer', asks({ statement: { iss: 'another' } })],
    ['without a name', asks({ statement: { rpName: '' } })],
    ['with a name over several lines', asks({ statement: { place: 'Town\nBank' } })],
    ['with a name that turns the direction of writing', asks({ statement: { rpName: 'Hotel\u202eknaB' } })],
  ])('is not shown where it is %s', async (_, wrong) => {
    await expect(names(wrong)).rejects.toThrow();
  });
});

type Asks = ReturnType<typeof asks>;

function swapped(right: Asks): Asks {
  const { registrar } = right.registration;
  return { ...right, registration: { registrar, statement: registrar } };
}

function edited(right: Asks): Asks {
  const { registrar, statement } = right.registration;
  const [head = '', payload = '', signature = ''] = statement.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
  const other = Buffer.from(JSON.stringify({ ...claims, rpName: 'Bank' })).toString('base64url');
  return { ...right, registration: { registrar, statement: [head, other, signature].join('.') } };
}
