import { expect, it } from 'vitest';
import { agreed } from '../../../shared/consent/agreed.fixture.ts';
import { consentVersion } from '../../../shared/consent/consent-forms.ts';
import { consentTexts } from '../../../shared/consent/consent-texts.ts';
import { textsOf20261129 } from '../../../shared/consent/earlier/of-2026-11-29.ts';
import { hashConsentText } from '../../../shared/consent/hash-consent-text.ts';
import { claimed } from '../world/check.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const older = agreed({ text: { version: '2020-01-01', language: 'zh' } });
const later = agreed({ text: { version: '2999-01-01', language: 'en' } });
const key = (n: number) => ({ 'idempotency-key': `idempotency-key-000${n}` });

it('who was asked in other words than today’s has not consented: nothing begins, and nothing is recorded', async () => {
  const { phone, sessionId } = await claimed(world);
  const path = `/holder/v1/sessions/${sessionId}/challenge`;
  for (const [n, consent] of [older, later].entries()) {
    expect(await phone.ask('POST', path, { body: { consent }, headers: key(n) })).toMatchObject({
      ...{ status: 409, code: 'consent-outdated' },
    });
    expect(
      await phone.ask('POST', '/holder/v1/applications', { body: { consent }, headers: key(n) }),
    ).toMatchObject({ code: 'consent-outdated' });
  }
  const versions = await world.ports.db.read('select text_version, form from consents', {});
  expect(new Set(versions.map((row) => row.text_version))).toEqual(new Set([consentVersion]));
  expect(versions.map((row) => row.form)).not.toContain('check');
  expect(await phone.ask('POST', path, { body: { consent: agreed() }, headers: key(9) })).toMatchObject({
    status: 201,
  });
});

/** What a phone is told of the words of its records, where they are stored as ones of that version and sum. */
async function wordsOf(version: string, hash?: string) {
  const phone = await world.citizen();
  const sum = hash === undefined ? '' : ', text_hash = :hash';
  await world.ports.db.write([
    {
      sql: `update consents set text_version = :version${sum} where holder_id = (select id from holders where device = :device)`,
      params: { device: phone.holder.device.thumbprint, version, ...(hash !== undefined && { hash }) },
    },
  ]);
  const { body } = await phone.ask('GET', '/holder/v1/consents');
  const found: { subject: string; text: object }[] = Object(body).consents;
  return found.map(({ text }) => text);
}

it('a record names the words that were read by their sum, and a phone is told both', async () => {
  const [of] = await world.ports.db.read(
    `select text_hash from consents where form = 'apply' and subject = 'face'`,
    {},
  );
  const { title, words } = consentTexts.apply.phone;
  const hash = hashConsentText({ title, words }, 'zh');
  expect(of?.text_hash).toBe(hash);
  const said = {
    form: 'apply',
    version: consentVersion,
    hash,
    title: title.zh,
    words: words.zh,
    current: true,
  };
  expect(await wordsOf(consentVersion)).toContainEqual(said);
});

it('words of an earlier version are shown as they were read, and asked anew', async () => {
  const { title, words } = textsOf20261129.apply.phone;
  const hash = hashConsentText({ title, words }, 'zh');
  const said = { form: 'apply', version: '2026-11-29', hash, title: title.zh, words: words.zh };
  expect(await wordsOf('2026-11-29')).toContainEqual({ ...said, current: false });
});

it('words that are not those whose sum was recorded are shown as nobody’s', async () => {
  const hash = 'x'.repeat(43);
  for (const version of [consentVersion, '2026-11-29', '2020-01-01'])
    for (const text of await wordsOf(version, hash))
      expect(text).toEqual({ form: 'apply', version, hash, current: version === consentVersion });
});
