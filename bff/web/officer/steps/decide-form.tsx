import { useState } from 'preact/hooks';
import {
  type Doubt,
  doubts,
  doubtTexts,
  exceptionTexts,
  type RaiseDecision,
  type RaiseException,
  type RaiseOutcome,
} from '../../../../shared/raise/decision.ts';
import type { Text } from '../../../../shared/text.ts';
import { useAct } from '../../staff/parts/act.tsx';
import { Problem } from '../../staff/parts/problem.tsx';
import { Phrases, Say, useSay } from '../../staff/say.tsx';
import { type Answers, type Lack, toDecision } from '../desk/to-decision.ts';
import type { DeskWork, deskWords } from '../desk/work-words.ts';
import { Choice, yesNo } from './choice.tsx';
import { SignButton } from './sign-button.tsx';

const outcomeTexts = {
  refuse: { zh: '不同意', en: 'No' },
  review: { zh: '说不准，转交另一位复核', en: 'Not sure: hand it to another officer' },
} as const satisfies Record<Exclude<RaiseOutcome, 'pass'>, Text>;

/**
 * What an officer answers, one question after the other, and signs by a passkey. What does not go together is said beside the question before
 * anything is signed.
 * @param exception what the session says, or the first officer said; it is not chosen then
 * @param fixed no exception can be added any more
 */
export function DecideForm({
  exception,
  fixed,
  words,
  isReady,
  decide,
}: {
  exception: RaiseException | undefined;
  fixed: boolean;
  words: Pick<(typeof deskWords)[DeskWork], 'faceMatches' | 'cardGenuine' | 'pass' | 'outcomes'>;
  isReady: boolean;
  decide: (decision: RaiseDecision) => Promise<void>;
}) {
  const { say } = useSay();
  const { act, working, refused } = useAct();
  const [answers, setAnswers] = useState<Answers>({ ...(exception !== undefined && { exception }) });
  const [lack, setLack] = useState<Lack>();
  const answer = (given: Answers) => {
    setLack(undefined);
    setAnswers({ ...answers, ...given });
  };
  const lackOf = (field: Lack['field']) => (lack?.field === field ? lack.text : undefined);
  function submit(): void {
    const decision = toDecision(answers);
    if ('field' in decision) {
      setLack(decision);
      document.querySelector<HTMLElement>(`[data-field="${decision.field}"] :is(input, select)`)?.focus();
      return;
    }
    if (isReady) void act(() => decide(decision));
  }
  const doubted = answers.outcome === 'refuse' || answers.outcome === 'review';
  return (
    <form
      id="decide"
      aria-label={say({ zh: '受理员的决定', en: 'The officer’s decision' })}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {exception === 'no-face' ? null : (
        <Choice
          field="faceMatches"
          question={words.faceMatches}
          options={yesNo({ zh: '是', en: 'Yes' }, { zh: '不像', en: 'No' })}
          chosen={answers.faceMatches}
          choose={(faceMatches) =>
            answer(faceMatches ? { faceMatches } : { faceMatches, outcome: 'refuse', doubt: 'face-differs' })
          }
          lack={lackOf('faceMatches')}
        />
      )}
      <Choice
        field="cardGenuine"
        question={words.cardGenuine}
        options={yesNo({ zh: '是真的', en: 'Yes' }, { zh: '可疑', en: 'No' })}
        chosen={answers.cardGenuine}
        choose={(cardGenuine) => answer({ cardGenuine })}
        lack={lackOf('cardGenuine')}
      />
      <Choice
        field="faceUnnatural"
        question={{
          zh: '脸上有不自然的地方吗？（面具、贴片、异常妆容）',
          en: 'Is anything unnatural on the face? (a mask, something stuck on, odd make-up)',
        }}
        options={yesNo({ zh: '有', en: 'Yes' }, { zh: '没有', en: 'No' })}
        chosen={answers.faceUnnatural}
        choose={(faceUnnatural) => answer({ faceUnnatural })}
        lack={lackOf('faceUnnatural')}
      />
      {fixed || exception !== undefined ? null : (
        <label class="check">
          <input
            type="checkbox"
            id="name-differs"
            checked={answers.exception === 'name-differs'}
            onChange={({ currentTarget }) => {
              const { exception: _before, ...rest } = answers;
              setAnswers(currentTarget.checked ? { ...rest, exception: 'name-differs' } : rest);
            }}
          />
          <Say
            zh="例外：姓名与登记的不一致（如改过名），需要第二位受理员确认"
            en="Exception: the name differs from the one registered (it was changed); a second officer has to confirm"
          />
        </label>
      )}
      {exception === undefined ? null : (
        <p class="notice">
          <Say zh="例外：" en="Exception: " />
          {say(exceptionTexts[exception])}
        </p>
      )}
      <Choice
        field="outcome"
        question={{ zh: '您的决定', en: 'Your decision' }}
        options={words.outcomes.map((value) => ({
          value,
          text: value === 'pass' ? words.pass : outcomeTexts[value],
        }))}
        chosen={answers.outcome}
        choose={(outcome) => answer({ outcome })}
        lack={lackOf('outcome')}
      />
      {doubted ? (
        <DoubtField
          chosen={answers.doubt}
          choose={(doubt) => answer(doubt === undefined ? {} : { doubt })}
          lack={lackOf('doubt')}
        />
      ) : null}
      {refused === undefined ? null : <Problem refused={refused} />}
      <div class="act">
        <p id="decide-waits" class="phrases" role="status">
          {isReady ? (
            <Phrases
              zh={['手机已完成。', '您的通行密钥', '会签下以上各项。']}
              en="The phone has finished. Your passkey signs what stands above."
            />
          ) : (
            <Phrases
              zh={['手机还没完成：', '请等对方', '按提示做完，', '再确认。', '可以先回答。']}
              en="The phone has not finished: wait until they have done what it says. You can answer meanwhile."
            />
          )}
        </p>
        <SignButton id="decide-send" working={working} isReady={isReady} />
      </div>
    </form>
  );
}

/** Why it is not a pass: from a closed list. */
export function DoubtField({
  chosen,
  choose,
  lack,
}: {
  chosen: Doubt | undefined;
  choose: (doubt: Doubt | undefined) => void;
  lack?: Text | undefined;
}) {
  const { say } = useSay();
  return (
    <div class="field" data-field="doubt">
      <label for="doubt">
        <Say zh="原因" en="Reason" />
      </label>
      <select
        id="doubt"
        name="doubt"
        aria-invalid={lack !== undefined}
        onChange={({ currentTarget }) => choose(doubts.find((each) => each === currentTarget.value))}
      >
        <option value="" selected={chosen === undefined}>
          {say({ zh: '请选择', en: 'Choose one' })}
        </option>
        {doubts.map((doubt) => (
          <option key={doubt} value={doubt} selected={doubt === chosen}>
            {say(doubtTexts[doubt])}
          </option>
        ))}
      </select>
      {lack === undefined ? null : (
        <small class="wrong" role="alert">
          {say(lack)}
        </small>
      )}
    </div>
  );
}
