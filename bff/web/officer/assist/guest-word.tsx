import type { OfficerView } from '../../../../shared/contract/raise/officer-view.ts';
import { Form, typed } from '../../staff/parts/form.tsx';
import { Say, useSay } from '../../staff/say.tsx';
import { Step } from '../step.tsx';

/** The authority decides. Where the counter word is asked for the guest reads it off this screen, and whoever serves them types it. */
export function GuestWord({
  view,
  giveWord,
}: {
  view: OfficerView;
  giveWord: (word: string) => Promise<void>;
}) {
  const { say } = useSay();
  const { guestWord, word } = view;
  if (guestWord === undefined)
    return (
      <Step
        title={{ zh: '正在核对', en: 'Being checked' }}
        hint={{ zh: '几秒钟就好，请不要离开。', en: 'It takes some seconds. Please stay.' }}
      />
    );
  return (
    <Step
      key={guestWord}
      title={{ zh: '请把这三个数字念给柜台', en: 'Say these three digits to the counter' }}
      hint={{
        zh: '只念给当面为您办事的人，不要在电话里念。柜台输入后出结果；您就是柜台的，请在下面输入。',
        en: 'Only to who serves you here, never by phone. The counter types them; if that is you, type them below.',
      }}
      focus="word"
    >
      <p class="digits">{[...guestWord].join(' ')}</p>
      {word === 'again' ? (
        <p class="wrong" role="alert">
          <Say zh="数字不对，还可以输入一次。" en="Those digits do not fit; they can be typed once more." />
        </p>
      ) : null}
      <Form
        id="word-form"
        quiet
        label={{ zh: '口令', en: 'The three digits' }}
        submit={{ zh: '提交', en: 'Submit' }}
        send={(form) => giveWord(typed(form, 'word'))}
      >
        <label for="word">
          <Say zh="对方念的三个数字" en="The three digits that they said" />
        </label>
        <input
          id="word"
          name="word"
          inputMode="numeric"
          pattern="[0-9]{3}"
          maxLength={3}
          required
          autocomplete="off"
          aria-label={say({ zh: '对方念的三个数字', en: 'The three digits that they said' })}
        />
      </Form>
    </Step>
  );
}
