import type { Text } from '../../../../shared/text.ts';
import { useSay } from '../../staff/say.tsx';

/** A question with its answers side by side: by the arrow keys, or pressed. What is lacking stands below, and is said. */
export function Choice<Value extends string | boolean>({
  field,
  question,
  options,
  chosen,
  choose,
  lack,
}: {
  field: string;
  question: Text;
  options: readonly { value: Value; text: Text }[];
  chosen: Value | undefined;
  choose: (value: Value) => void;
  lack?: Text | undefined;
}) {
  const { say } = useSay();
  return (
    <fieldset class="choice" data-field={field} aria-invalid={lack !== undefined}>
      <legend>{say(question)}</legend>
      <div class="row">
        {options.map(({ value, text }) => (
          <label key={String(value)} class="option">
            <input
              type="radio"
              name={field}
              id={`${field}-${value}`}
              checked={chosen === value}
              onChange={() => choose(value)}
            />
            <span>{say(text)}</span>
          </label>
        ))}
      </div>
      {lack === undefined ? null : (
        <small class="wrong" role="alert">
          {say(lack)}
        </small>
      )}
    </fieldset>
  );
}

/** The answers to a question that is true or not. */
export const yesNo = (yes: Text, no: Text) => [
  { value: true, text: yes },
  { value: false, text: no },
];
