import type { ComponentChildren } from 'preact';
import type { Text } from '../../../../shared/text.ts';
import type { Refused } from '../call/refused.ts';
import { Say, useSay } from '../say.tsx';
import { useAct } from './act.tsx';
import { Problem } from './problem.tsx';

/** A form that is sent once at a time; a refusal stands above its button, and what was typed stays. */
export function Form({
  label,
  send,
  done,
  submit,
  id,
  quiet,
  children,
  whenRefused,
}: {
  label: Text;
  send: (form: FormData) => Promise<unknown>;
  done?: Text;
  submit: Text;
  id: string;
  /** Its button is not the page's one filled button. */
  quiet?: boolean;
  children?: ComponentChildren;
  whenRefused?: (refused: Refused, form: FormData) => ComponentChildren;
}) {
  const { say } = useSay();
  const { act, working, refused } = useAct();
  const formOf = () => {
    const form = document.getElementById(id);
    return new FormData(form instanceof HTMLFormElement ? form : undefined);
  };
  return (
    <form
      id={id}
      aria-label={say(label)}
      onSubmit={(event) => {
        event.preventDefault();
        void act(() => send(formOf()), done);
      }}
    >
      {children}
      {refused === undefined ? null : (
        <Problem refused={refused}>
          {whenRefused === undefined ? null : whenRefused(refused, formOf())}
        </Problem>
      )}
      <div class="act">
        <button type="submit" id={`${id}-send`} class={quiet ? '' : 'main'} aria-disabled={working}>
          {working ? <Say zh="正在处理…" en="Working …" /> : say(submit)}
        </button>
      </div>
    </form>
  );
}

/** What was typed into a field of a form; empty where there is none. */
export function typed(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** A field with its label above and, where it helps, how it is filled in below. */
export function Field({
  name,
  id = name,
  label,
  hint,
  ...input
}: {
  name: string;
  /** Where the page has another field of that name. */
  id?: string;
  label: Text;
  hint?: Text;
  value?: string;
  type?: 'text' | 'password' | 'number' | 'url' | 'datetime-local';
  pattern?: string;
  required?: boolean;
  maxLength?: number;
  min?: number;
  onInput?: (value: string) => void;
}) {
  const { say } = useSay();
  const { onInput, value, ...plain } = input;
  return (
    <div class="field">
      <label for={id}>{say(label)}</label>
      <input
        id={id}
        name={name}
        {...plain}
        autocomplete="off"
        spellcheck={false}
        {...(value === undefined ? {} : { defaultValue: value })}
        {...(hint === undefined ? {} : { 'aria-describedby': `${id}-hint` })}
        onInput={({ currentTarget }) => onInput?.(currentTarget.value)}
      />
      {hint === undefined ? null : (
        <small id={`${id}-hint`} class="soft">
          {say(hint)}
        </small>
      )}
    </div>
  );
}
