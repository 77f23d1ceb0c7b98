import { ask, fromBase64, toBase64 } from '../ask.ts';
import { type CallOptions, call } from './call.ts';

interface RequestOptions {
  url: string;
  method?: string;
  /** As WeChat calls it. */
  header?: Record<string, string>;
  /** As Alipay calls it. */
  headers?: Record<string, string>;
  data?: ArrayBuffer | object | string;
  timeout?: number;
  dataType?: string;
  responseType?: string;
}

/** Real HTTP, sent from Node: there is no origin that a server would have to allow. */
export function requestApi(target: 'weapp' | 'alipay'): Record<string, unknown> {
  const send = call('request', async (options: RequestOptions) => {
    const { url, method = 'GET', data, timeout = 60_000 } = options;
    const sent = {
      ...{ url, method, timeout, headers: options.headers ?? options.header ?? {} },
      ...(data === undefined ? {} : { body: toBase64(bytesOf(data)) }),
    };
    const { status, headers, body } = await ask('request', sent);
    const bytes = fromBase64(body);
    const raw = options.responseType === 'arraybuffer' || options.dataType === 'arraybuffer';
    const answer = { data: raw ? bytes.buffer : textOf(bytes, options.dataType) };
    return target === 'weapp'
      ? { ...answer, statusCode: status, header: headers }
      : { ...answer, status, headers };
  });
  const request = (options: RequestOptions & CallOptions) => {
    send(options);
    return { abort: () => undefined };
  };
  return { request, httpRequest: request };
}

function bytesOf(data: ArrayBuffer | object | string): Uint8Array {
  if (data instanceof ArrayBuffer) return new Uint8Array(data);
  return new TextEncoder().encode(typeof data === 'string' ? data : JSON.stringify(data));
}

function textOf(bytes: Uint8Array<ArrayBuffer>, dataType = 'json'): unknown {
  const text = new TextDecoder().decode(bytes);
  return dataType === 'json' ? JSON.parse(text) : text;
}
