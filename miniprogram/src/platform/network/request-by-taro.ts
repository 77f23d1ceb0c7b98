import Taro from '@tarojs/taro';
import type { HttpAnswer, HttpRequest } from '../platform.ts';

/** One request through the platform; resolves with whatever status the server answers. */
export async function requestByTaro(
  request: HttpRequest,
  bodyOf: (request: HttpRequest) => ArrayBuffer | string | undefined = bytesOf,
): Promise<HttpAnswer> {
  const { method, url, headers, timeout } = request;
  const data = bodyOf(request);
  const answer = await Taro.request<unknown>({
    method,
    url,
    header: headers,
    timeout,
    // What Alipay calls so; WeChat knows the answer's kind by `responseType` and takes any other word than json for raw.
    dataType: 'arraybuffer',
    responseType: 'arraybuffer',
    ...(data === undefined ? {} : { data }),
  }).catch(answeredAfterAll);
  return {
    status: answer.statusCode,
    headers: lowerCase(answer.header ?? {}),
    body: answer.data instanceof ArrayBuffer ? new Uint8Array(answer.data) : new Uint8Array(),
  };
}

function bytesOf({ body }: HttpRequest): ArrayBuffer | undefined {
  return body?.slice().buffer;
}

interface Answered {
  statusCode: number;
  header?: Record<string, unknown>;
  data: unknown;
}

/** Alipay fails a request whose status is not a success, and hands the answer over in the failure. */
function answeredAfterAll(problem: unknown): Answered {
  if (typeof problem === 'object' && problem !== null && 'status' in problem && 'data' in problem) {
    const { status, data } = problem;
    const headers = 'headers' in problem && isRecord(problem.headers) ? problem.headers : {};
    if (typeof status === 'number' && status >= 100) return { statusCode: status, header: headers, data };
  }
  throw problem;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function lowerCase(header: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(header).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
}
