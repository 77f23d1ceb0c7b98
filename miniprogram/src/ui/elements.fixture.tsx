import { useState, useSyncExternalStore } from 'react';
import { ActionButton } from './action-button.tsx';
import { Field } from './field.tsx';

const told = { text: [''], number: [''], taps: 0 };
const listeners = new Set<() => void>();

/** What was told, and that there is something new to draw. */
const page = {
  told,
  tell(): void {
    for (const heed of listeners) heed();
  },
};

function follow(heed: () => void): () => void {
  listeners.add(heed);
  return () => listeners.delete(heed);
}

/** The app's own parts that one types in and presses. */
export function Elements() {
  const [text, setText] = useState('');
  const [number, setNumber] = useState('');
  const taps = useSyncExternalStore(follow, () => told.taps);
  return (
    <>
      <Field
        id="text"
        label="姓名"
        value={text}
        onType={(typed) => {
          told.text.push(typed);
          setText(typed);
        }}
      />
      <Field
        id="number"
        label="手机号"
        type="number"
        fill="tel-national"
        longest={4}
        value={number}
        wrong={number === '12' ? '太短' : undefined}
        onType={(typed) => {
          told.number.push(typed);
          setNumber(typed);
        }}
      />
      <ActionButton id="go" label={String(taps)} onTap={() => (told.taps += 1)} />
      <ActionButton id="resting" label="-" disabled onTap={() => (told.taps += 100)} />
    </>
  );
}

Object.assign(globalThis, { page });
