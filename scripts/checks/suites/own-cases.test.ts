import { expect, it } from 'vitest';
import { jsonBodies, naughtyTexts } from './own-cases.ts';
import { sendJsonBodies } from './send-json-bodies.ts';
import { sendNaughtyStrings } from './send-naughty-strings.ts';
import { smByOpenssl } from './sm-by-openssl.ts';

it('a body is told apart by the grammar of JSON and by UTF-8, and none is a fault of ours', async () => {
  const { cases, wrong } = await sendJsonBodies(jsonBodies);
  expect(wrong).toEqual([]);
  expect(cases).toBeGreaterThan(120);
});

it('texts that break programs are refused wherever a text is taken, and not repeated', async () => {
  const { cases, wrong } = await sendNaughtyStrings(naughtyTexts);
  expect(wrong).toEqual([]);
  expect(cases).toBeGreaterThan(1000);
});

const sm = smByOpenssl('openssl');
it.skipIf(sm === undefined)('SM2 and SM3 agree with the openssl of this machine, in both directions', () => {
  expect(sm).toEqual({ cases: 21, wrong: [] });
});
