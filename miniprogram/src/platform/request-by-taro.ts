import Taro from '@tarojs/taro';
import type { HttpAnswer, HttpRequest } from './platform.ts';

/** One request through the platform; resolves with whatever status the server answers. */
export async function requestByTaro(request: HttpRequest): Promise<HttpAnswer> {
  const { method, url, headers, body, timeout } = request;
  const answer = await Taro.request<ArrayBuffer>({
    method,
    url,
    header: headers,
    timeout,
    dataType: 'binary',
    responseType: 'arraybuffer',
    ...(body === undefined ? {} : { data: body.slice().buffer }),
  });
  return {
    status: answer.statusCode,
    headers: lowerCase(answer.header ?? {}),
    body: new Uint8Array(answer.data),
  };
}

function lowerCase(header: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(header).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
}
