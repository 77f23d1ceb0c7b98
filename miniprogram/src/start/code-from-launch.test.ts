import { describe, expect, it } from 'vitest';
import { codeFromLaunch } from './code-from-launch.ts';

const code = 'https://lz.example/q/1.AAECAwQFBgcICQoLDA0ODw.12.AAAAAAAAAAAAAAAAAAAAAA';
const real = 'https://lz.example/q/1.AAECAwQFBgcICQoLDA0ODw.10.AAAAAAAAAAAAAAAAAAAAAA';

describe('the counter code that opened the app', () => {
  it('is read from q, percent-encoded, on WeChat', () => {
    expect(codeFromLaunch({ query: { q: encodeURIComponent(code) } })).toBe(code);
  });

  it('is read from qrCode on Alipay', () => {
    expect(codeFromLaunch({ query: { qrCode: code } })).toBe(code);
  });

  it('is the address itself in a browser', () => {
    expect(codeFromLaunch({ path: 'q/1.AAECAwQFBgcICQoLDA0ODw.12.AAAAAAAAAAAAAAAAAAAAAA' }, code)).toBe(code);
  });

  it.each([
    ['encoded twice on WeChat', { query: { q: encodeURIComponent(encodeURIComponent(real)) } }, ''],
    ['with a query', { query: { q: encodeURIComponent(`${real}?from=groupmessage`) } }, ''],
    ['with a fragment on Alipay', { query: { qrCode: `${real}#x` } }, ''],
    ['with a slash in a browser', { path: '' }, `${real}/`],
    ['with a query in a browser', { path: '' }, `${real}?from=timeline#/`],
  ])('is read without what apps add to it: %s', (_, launch, address) => {
    expect(codeFromLaunch(launch, address)).toBe(real);
  });

  it('is absent where the person opened the app', () => {
    expect(
      codeFromLaunch({ path: 'pages/home/index', query: {} }, 'https://lz.example/pages/home/index'),
    ).toBeUndefined();
    expect(codeFromLaunch({ query: { q: '' } })).toBeUndefined();
  });
});
