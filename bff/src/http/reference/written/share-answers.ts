import { isObject } from './json-schema.ts';

type Paths = Readonly<Record<string, Readonly<Record<string, Record<string, unknown>>>>>;

/**
 * Moves each answer that several calls give in the same words to `components.responses`, as `Problem503` and, where there are others of that
 * status, `Problem503b`, and refers to it: the document is read by people, and sent to them.
 */
export function shareAnswers(paths: Paths): { paths: Paths; responses: Record<string, unknown> } {
  const times = new Map<string, number>();
  const shared = new Map<string, string>();
  const perStatus = new Map<string, number>();
  const each = (change: (status: string, answer: unknown) => unknown): Paths =>
    mapValues(paths, (methods) =>
      mapValues(methods, (operation) => ({
        ...operation,
        responses: isObject(operation.responses)
          ? Object.fromEntries(
              Object.entries(operation.responses).map(([status, answer]) => [status, change(status, answer)]),
            )
          : {},
      })),
    );
  each((_status, answer) => {
    const text = JSON.stringify(answer);
    times.set(text, (times.get(text) ?? 0) + 1);
    return answer;
  });
  const responses: Record<string, unknown> = {};
  const short = each((status, answer) => {
    const text = JSON.stringify(answer);
    if (/^[23]/.test(status) || (times.get(text) ?? 0) < 2) return answer;
    const name = shared.get(text) ?? nameFor(status, perStatus);
    shared.set(text, name);
    responses[name] = answer;
    return { $ref: `#/components/responses/${name}` };
  });
  return { paths: short, responses };
}

function nameFor(status: string, taken: Map<string, number>): string {
  const index = taken.get(status) ?? 0;
  taken.set(status, index + 1);
  const which = status === 'default' ? 'Other' : status;
  return `Problem${which}${index === 0 ? '' : String.fromCharCode('a'.charCodeAt(0) + index)}`;
}

function mapValues<V, W>(record: Readonly<Record<string, V>>, change: (value: V) => W): Record<string, W> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}
