import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Text } from '../../../../shared/text.ts';
import { typed } from '../../staff/parts/form.tsx';
import { Say, useSay } from '../../staff/say.tsx';

type Read<Problem, Right> = (Right & { ok: true }) | { ok: false; problems: readonly Problem[] };

/**
 * What is printed on a paper, typed by hand: every field is checked before anything goes on. What is wrong stands beside its field, and the
 * first of these has the focus; what is right is taken, and nothing of it stays in the form.
 */
export function PrintedForm<Problem extends { field: string }, Right>({
  id,
  label,
  ids,
  read,
  take,
  children,
}: {
  id: string;
  label: Text;
  /** Of the input of each field. */
  ids: { readonly [Field in Problem['field']]: string };
  read: (typedIn: (field: Problem['field']) => string) => Read<Problem, Right>;
  take: (right: Right) => void;
  children: (wrong: (field: Problem['field']) => Problem | undefined) => ComponentChildren;
}) {
  const { say } = useSay();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  function submit(form: HTMLFormElement): void {
    const data = new FormData(form);
    const found = read((field) => typed(data, ids[field]));
    if (found.ok) {
      form.reset();
      take(found);
      return;
    }
    setProblems(found.problems);
    const [first] = found.problems;
    const field: Problem['field'] | undefined = first?.field;
    if (field !== undefined) document.getElementById(ids[field])?.focus();
  }
  return (
    <form
      id={id}
      aria-label={say(label)}
      autocomplete="off"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit(event.currentTarget);
      }}
    >
      {children((field) => problems.find((problem) => problem.field === field))}
      <button type="submit" id="check-card" class="main">
        <Say zh="核对" en="Check it" />
      </button>
    </form>
  );
}

/** A field of what is printed, with what is wrong of it or what it looks like. */
export function CardField({
  id,
  label,
  hint,
  wrong,
}: {
  id: string;
  label: Text;
  hint?: Text;
  wrong: Text | undefined;
}) {
  const { say } = useSay();
  const said = wrong ?? hint;
  return (
    <div class="field">
      <label for={id}>{say(label)}</label>
      <input
        id={id}
        name={id}
        autocomplete="off"
        spellcheck={false}
        aria-invalid={wrong !== undefined}
        {...(said === undefined ? {} : { 'aria-describedby': `${id}-said` })}
      />
      {said === undefined ? null : (
        <small id={`${id}-said`} class={wrong === undefined ? 'soft' : 'wrong'}>
          {say(said)}
        </small>
      )}
    </div>
  );
}
