import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Text } from '../../../../shared/text.ts';
import { Field, Form, typed } from '../../staff/parts/form.tsx';
import { announce, useSay } from '../../staff/say.tsx';

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
  const [other, setOther] = useState(false);
  async function send(form: FormData): Promise<void> {
    const fits = typed(form, `${id}-what`) === what;
    setOther(!fits);
    if (!fits) return;
    await work(form);
    announce(say(done));
  }
  return (
    <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary id={`${id}-open`}>{say(submit)}</summary>
      <Form id={id} label={submit} submit={submit} quiet send={send}>
        <p>{say(means)}</p>
        {children}
        <Field
          name={`${id}-what`}
          label={{ zh: `请输入 ${what}，再提交`, en: `Type ${what} to go on` }}
          required
        />
        {other ? (
          <p class="notice" role="alert">
            {say({
              zh: `输入的不是 ${what}，没有执行：请照原样输入`,
              en: `That is not ${what}: nothing was done. Type it exactly as it stands.`,
            })}
          </p>
        ) : null}
      </Form>
    </details>
  );
}
