import { describe, expect, it } from 'vitest';
import { isSameUri } from './is-same-uri.ts';

const expected = 'https://id.example/holder/v1/sessions/ses_a%2Fb';

describe('an address of a proof', () => {
  it.each([
    expected,
    `${expected}?wait=25`,
    `${expected}#part`,
    'HTTPS://ID.EXAMPLE:443/holder/v1/sessions/ses_a%2fb',
    'https://id.example/holder/x/../v1/./sessions/%73es%5Fa%2Fb',
  ])('is the same as %s', (claimed) => {
    expect(isSameUri(claimed, expected)).toBe(true);
  });

  it.each([
    'http://id.example/holder/v1/sessions/ses_a%2Fb',
    'https://id.example:444/holder/v1/sessions/ses_a%2Fb',
    'https://id.example/holder/v1/sessions/ses_a/b',
    'https://id.example/holder/v1/sessions/ses_A%2Fb',
    'https://id.example/holder/v1/sessions/ses_a%2Fb/',
    'https://id.example//holder/v1/sessions/ses_a%2Fb',
    'https://:@id.example@evil.example/holder/v1/sessions/ses_a%2Fb',
    'https:\\\\id.example/holder/v1/sessions/ses_a%2Fb',
    'https:id.example/holder/v1/sessions/ses_a%2Fb',
    ' https://id.example/holder/v1/sessions/ses_a%2Fb',
    'https://id.example/holder/v1/ses\nsions/ses_a%2Fb',
    'https://id.example/holder/v1/sessions/ses_a%252Fb',
    '',
  ])('is another than %j', (claimed) => {
    expect(isSameUri(claimed, expected)).toBe(false);
  });

  it('is the root with or without its slash', () => {
    expect(isSameUri('https://id.example', 'https://id.example/')).toBe(true);
  });
});
