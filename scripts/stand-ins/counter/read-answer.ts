/** What the BFF said instead of an answer: the code of its problem, or the status where it is none. */
export class CounterProblem extends Error {
  override readonly name = 'CounterProblem';
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** The answer, if it is of that form. @throws CounterProblem */
export async function readAnswer<T>(answer: Response, form: (value: unknown) => value is T): Promise<T> {
  const value: unknown = await answer.json().catch(() => undefined);
  if (answer.ok && form(value)) return value;
  throw new CounterProblem(codeIn(value) ?? `status ${answer.status}`);
}

function codeIn(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('code' in value)) return undefined;
  return typeof value.code === 'string' ? value.code : undefined;
}
