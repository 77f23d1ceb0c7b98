import { plainCode } from '../../../shared/counter-code/plain-code.ts';

/** What the platform opened the app with. */
export interface Launch {
  path?: string | undefined;
  query?: Record<string, unknown> | undefined;
}

/**
 * The counter code that opened the app, as it was scanned: WeChat gives the address in `q` (percent-encoded), Alipay in
 * `qrCode`, and a browser stands at the address itself, `/q/...`. What apps have added to it is left out; what is no code
 * comes as it is, to be refused by name.
 */
export function codeFromLaunch({ path = '', query = {} }: Launch, address = ''): string | undefined {
  for (const given of [query.q, query.qrCode]) {
    if (typeof given === 'string' && given !== '') return plainCode(given) ?? given;
  }
  const here = address === '' ? path : address;
  return /(?:^|\/)q\/[^/?#]+/.test(here) ? (plainCode(here) ?? here) : undefined;
}
