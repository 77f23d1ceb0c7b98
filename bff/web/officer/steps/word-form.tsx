import { Form, typed } from '../../staff/parts/form.tsx';
import { Say, useSay } from '../../staff/say.tsx';
import { useWork } from '../at-work.tsx';

/** The three digits on the phone, which the applicant says to the officer. */
export function WordForm({ again }: { again: boolean }) {
  const { run } = useWork();
  const { say } = useSay();
  async function send(form: FormData): Promise<void> {
    const word = typed(form, 'word');
    const field = document.getElementById('word');
    if (field instanceof HTMLInputElement) field.value = '';
    await run.giveWord(word);
  }
  return (
    <section class="word" aria-label={say({ zh: '手机上的三个数字', en: 'Three digits on the phone' })}>
      <p role={again ? 'alert' : 'status'}>
        {again ? (
          <Say
            zh="数字不对。请办理人看着手机再念一次，还可以输入一次。"
            en="Those digits do not fit. Ask the applicant to read them again; you can type them once more."
          />
        ) : (
          <Say
            zh="手机上出现三个数字时，请办理人当面念出来，您在这里输入。电话里念的不算。"
            en="When three digits appear on the phone, ask the applicant to say them here, and type them. What is said by phone does not count."
          />
        )}
      </p>
      <Form
        id="word-form"
        quiet
        label={{ zh: '手机上的三个数字', en: 'Three digits on the phone' }}
        submit={{ zh: '提交', en: 'Submit' }}
        send={send}
      >
        <label for="word">
          <Say zh="手机上的三个数字" en="Three digits on the phone" />
        </label>
        <input
          id="word"
          name="word"
          inputMode="numeric"
          pattern="[0-9]{3}"
          maxLength={3}
          required
          autocomplete="off"
        />
      </Form>
    </section>
  );
}
