import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Text } from '../../../../shared/text.ts';
import { useSay } from '../say.tsx';
import { Field, Form } from './form.tsx';

/** What ends much at once is asked for by typing what it ends: nobody does that by mistake. */
export function TypeToConfirm({
  what,
  id,
  means,
  submit,
  work,
  done,
  children,
}: {
  /** What is to be typed. */
  what: string;
  id: string;
  means: Text;
  submit: Text;
  work: (form: FormData) => Promise<unknown>;
  done: Text;
  children?: ComponentChildren;
}) {
  const { say } = useSay();
  const [open, setOpen] = useState(false);
  return (
    <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary id={`${id}-open`}>{say(submit)}</summary>
      <Form id={id} label={submit} submit={submit} quiet send={work} done={done}>
        <p>{say(means)}</p>
        {children}
        <Field
          name={`${id}-what`}
          label={{ zh: `请输入 ${what}，再提交`, en: `Type ${what} to go on` }}
          pattern={what.replaceAll('-', '\\-')}
          required
        />
      </Form>
    </details>
  );
}
