import { describe, expect, it } from 'vitest';
import { codeFromLaunch } from './code-from-launch.ts';

const code = 'https://lz.example/q/1.abc.12.def';

describe('the counter code that opened the app', () => {
  it('is read from q, percent-encoded, on WeChat', () => {
    expect(codeFromLaunch({ query: { q: encodeURIComponent(code) } })).toBe(code);
  });

  it('is read from qrCode on Alipay', () => {
    expect(codeFromLaunch({ query: { qrCode: code } })).toBe(code);
  });

  it('is the address itself in a browser', () => {
    expect(codeFromLaunch({ path: 'q/1.abc.12.def' }, code)).toBe(code);
  });

  it('is absent where the person opened the app', () => {
    expect(
      codeFromLaunch({ path: 'pages/home/index', query: {} }, 'https://lz.example/pages/home/index'),
    ).toBeUndefined();
    expect(codeFromLaunch({ query: { q: '' } })).toBeUndefined();
  });
});
