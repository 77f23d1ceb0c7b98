import type { ErrorCode } from '../../../../shared/errors.ts';
import { Problem } from '../../../../shared/problem.ts';

/** A request that does not fit its schema. `where` names a place of the schema, never what was sent. */
export class ContractViolation extends Problem {
  readonly where: string;

  constructor(where: string) {
    super('request-invalid');
    this.where = where;
  }
}

/** What Fastify itself refuses a request with. */
const frameworkCodes = {
  FST_ERR_BAD_URL: 'request-invalid',
  FST_ERR_MAX_PARAM_LENGTH: 'not-found',
  FST_ERR_ASYNC_CONSTRAINT: 'not-found',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'content-type-unsupported',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'request-invalid',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'body-not-json',
  FST_ERR_CTP_INVALID_JSON_BODY: 'body-not-json',
  FST_ERR_ROUTE_MISSING_CONTENT_TYPE: 'content-type-unsupported',
  FST_ERR_NOT_FOUND: 'not-found',
  /** The connection broke while the body was being read: nobody is left to answer. */
  ECONNRESET: 'request-invalid',
} as const satisfies Record<string, ErrorCode>;

/** What Node refuses a connection with before there is a request. */
const socketCodes = {
  ERR_HTTP_REQUEST_TIMEOUT: 'upload-timeout',
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'body-too-large',
} as const satisfies Record<string, ErrorCode>;

/** The problem that an error is, or undefined where it is a fault of ours. */
export function problemOf(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  const code = codeOf(error);
  return code !== undefined && isKeyOf(frameworkCodes, code) ? new Problem(frameworkCodes[code]) : undefined;
}

/** The code for an error of Node's HTTP parser or of its timeouts. */
export function socketProblemCode(error: unknown): ErrorCode {
  const code = codeOf(error);
  return code !== undefined && isKeyOf(socketCodes, code) ? socketCodes[code] : 'request-invalid';
}

/** What may be logged of a fault: its name and where it happened. Messages are left out: they may quote what was sent. */
export function faultFacts(fault: unknown): { error: string; stack: string[] } {
  if (!(fault instanceof Error)) return { error: typeof fault, stack: [] };
  return {
    error: fault.name,
    stack: (fault.stack ?? '').split('\n').filter((line) => line.startsWith('    at ')),
  };
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

function isKeyOf<T extends object>(table: T, key: PropertyKey): key is keyof T {
  return Object.hasOwn(table, key);
}
