/** What the platform opened the app with. */
export interface Launch {
  path?: string | undefined;
  query?: Record<string, unknown> | undefined;
}

/**
 * The counter code that opened the app, as it was scanned: WeChat gives the address in `q` (percent-encoded), Alipay in
 * `qrCode`, and a browser stands at the address itself, `/q/...`.
 */
export function codeFromLaunch({ path = '', query = {} }: Launch, address = ''): string | undefined {
  for (const given of [query.q, query.qrCode]) {
    if (typeof given === 'string' && given !== '') return decoded(given);
  }
  const here = address === '' ? path : address;
  return /(?:^|\/)q\/[^/?#]+/.test(here) ? here : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
