/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';

interface Given {
  id: string;
  className: string;
  value: string;
  type: 'text' | 'number' | 'idcard';
  maxlength: number;
  onInput: (event: { detail: { value: string } }) => void;
  /** What is set on the field itself. */
  nativeProps: Record<string, string>;
}

/**
 * One line to type in, in a frame of that id. It tells what was typed, and nothing while an input method still composes.
 * `number`: digits alone, by a telephone's keys; a browser's own number fields count up and down.
 */
export function Input({ id, className, value, type, maxlength, onInput, nativeProps }: Given) {
  const composed = useRef<string>();
  const digits = type === 'number';
  const tell = ({ currentTarget }: JSX.TargetedEvent<HTMLInputElement>): void => {
    composed.current = undefined;
    onInput({ detail: { value: currentTarget.value } });
  };
  const listeners = {
    oninput(event: JSX.TargetedInputEvent<HTMLInputElement>): void {
      if (event.isComposing) composed.current = event.currentTarget.value;
      else tell(event);
    },
    oncompositionend: tell,
    onbeforeinput(event: JSX.TargetedInputEvent<HTMLInputElement>): void {
      if (digits && /\D/.test(event.data ?? '')) event.preventDefault();
    },
  };
  return (
    <div id={id} className={className}>
      <input
        {...nativeProps}
        className="field-typed"
        type={digits ? 'tel' : 'text'}
        maxLength={maxlength}
        value={composed.current ?? value}
        {...listeners}
      />
    </div>
  );
}
