/** The argument of every asynchronous function of `wx` and `my`. */
export interface CallOptions {
  success?(answer: object): void;
  fail?(problem: CallProblem): void;
  complete?(outcome: object): void;
}

interface CallProblem {
  errMsg: string;
  error: number;
  errorMessage: string;
}

/**
 * Makes an asynchronous function of the platform: its answer goes to `success`, what it throws to `fail`. Called
 * without any of the two it returns a promise.
 */
export function call<T extends object>(
  name: string,
  answer: (options: T) => Promise<object> | object,
): (options: T & CallOptions) => Promise<object> | undefined {
  return (options) => {
    const outcome = Promise.resolve()
      .then(() => answer(options))
      .then(
        (said) => ({ errMsg: `${name}:ok`, ...said }),
        (cause: unknown) => {
          throw problemOf(name, cause);
        },
      );
    const { success, fail, complete } = options;
    if (success === undefined && fail === undefined && complete === undefined) return outcome;
    outcome.then(
      (said) => {
        success?.(said);
        complete?.(said);
      },
      (problem: CallProblem) => {
        fail?.(problem);
        complete?.(problem);
      },
    );
    return undefined;
  };
}

function problemOf(name: string, cause: unknown): CallProblem {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return { errMsg: `${name}:fail ${reason}`, error: 2, errorMessage: reason };
}
