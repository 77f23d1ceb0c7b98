import { useState } from 'preact/hooks';
import {
  beginReviewCall,
  decideReviewCall,
  findReviewCall,
  listReviewsCall,
  type ReviewCase,
  type ReviewOutcome,
} from '../../../../shared/contract/raise/08-decision.ts';
import { type Doubt, doubtTexts, exceptionTexts } from '../../../../shared/raise/decision.ts';
import type { Text } from '../../../../shared/text.ts';
import { signByPasskey } from '../../staff/call/use-passkey.ts';
import { Act, useAct } from '../../staff/parts/act.tsx';
import { Facts } from '../../staff/parts/facts.tsx';
import { Field, Form, typed } from '../../staff/parts/form.tsx';
import { Pages } from '../../staff/parts/pages.tsx';
import { Problem } from '../../staff/parts/problem.tsx';
import { announce, Say, useSay } from '../../staff/say.tsx';
import { casesOf, useWork } from '../at-work.tsx';
import { signReview } from '../call/sign-word.ts';
import { addToSums } from '../desk/day-sums.ts';
import { readReference } from '../desk/read-reference.ts';
import { Step } from '../step.tsx';
import { Choice } from '../steps/choice.tsx';
import { DoubtField } from '../steps/decide-form.tsx';
import { SignButton } from '../steps/sign-button.tsx';

const causeTexts = {
  drawn: { zh: '随机抽查', en: 'Drawn at random' },
  flagged: { zh: '身份证有风险提示', en: 'The card is looked for' },
  asked: { zh: '受理员请求复核', en: 'An officer asked for it' },
  revoked: { zh: '原受理员或受理点已被撤销', en: 'Whoever raised it lost the right to' },
} as const satisfies Record<ReviewCase['cause'], Text>;

const outcomeTexts = {
  confirm: { zh: '同意：保持或升级为彩色', en: 'Confirm: it is the coloured one, or stays so' },
  contest: { zh: '不同意：退回黑白', en: 'Contest: it is not' },
} as const satisfies Record<ReviewOutcome['outcome'], Text>;
const outcomes = ['confirm', 'contest'] as const;

/** Cases of other officers that wait for somebody else: nothing of the person, and never one's own. */
export function Reviews() {
  const work = useWork();
  const { client } = work.at;
  const [found, setFound] = useState<readonly ReviewCase[]>();
  const all = async () => setFound(undefined);
  async function find(form: FormData): Promise<void> {
    setFound(undefined);
    const reference = readReference(typed(form, 'reference'));
    if (reference === undefined) return setFound([]);
    const cases = await casesOf(work, await client.call(findReviewCall, { body: { reference } }));
    setFound(cases.filter((each) => each.reference === reference));
  }
  return (
    <Step
      title={{ zh: '复核', en: 'Reviews' }}
      hint={{
        zh: '这里是别的受理员办理的，不显示是谁的网证。对方带身份证来复核时，请按手机上的编号查找，看过本人和身份证再决定。随机抽查没有人来：只核对记录。',
        en: 'These were done by other officers; whose credential it is, is not shown. When somebody comes with their card for a review, find it by the reference on their phone, and look at person and card before you decide. For one drawn at random nobody comes: only the record is looked at.',
      }}
    >
      <Form
        id="find-review"
        quiet
        label={{ zh: '按编号查找', en: 'Find by reference' }}
        submit={{ zh: '查找', en: 'Find it' }}
        send={find}
      >
        <Field
          name="reference"
          label={{ zh: '对方手机上的编号（如 7F3-K9M）', en: 'Reference on their phone (as 7F3-K9M)' }}
          pattern="\s*[0-9A-Za-z]{3}[\- ]?[0-9A-Za-z]{3}\s*"
          maxLength={9}
          required
        />
      </Form>
      {found?.length === 0 ? <NoneFound /> : null}
      {found === undefined || found.length === 0 ? (
        <Pages
          read={async (after) => {
            const query = after === undefined ? {} : { after };
            const { next, ...told } = await client.call(listReviewsCall, { query });
            return { items: await casesOf(work, told), next };
          }}
          empty={{ zh: '没有等待复核的。', en: 'Nothing waits for a review.' }}
        >
          {(cases, reload) => <CaseList id="cases" cases={cases} done={reload} />}
        </Pages>
      ) : (
        <>
          <CaseList id="found-cases" cases={found} done={all} />
          <Act work={all} id="all-cases">
            <Say zh="显示全部等待复核的" en="Show all that wait" />
          </Act>
        </>
      )}
    </Step>
  );
}

function NoneFound() {
  return (
    <p id="none-found" class="found" role="status">
      <Say
        zh="没有找到等待复核的这个编号。请再核对一遍；您自己办理过的、已复核的和过期的，这里都不显示。"
        en="Nothing with this reference waits. Check it once more; what you decided yourself, what was reviewed and what has lapsed is not shown here."
      />
    </p>
  );
}

function CaseList({
  id,
  cases,
  done,
}: {
  id: string;
  cases: readonly ReviewCase[];
  done: () => Promise<void>;
}) {
  return (
    <ul class="list" id={id}>
      {cases.map((found) => (
        <ReviewItem key={found.caseId} found={found} done={done} />
      ))}
    </ul>
  );
}

function ReviewItem({ found, done }: { found: ReviewCase; done: () => Promise<void> }) {
  const { at, clock, refresh } = useWork();
  const { say, time } = useSay();
  const { act, working, refused } = useAct();
  const [outcome, setOutcome] = useState<ReviewOutcome['outcome']>();
  const [doubt, setDoubt] = useState<Doubt>();
  const [asked, setAsked] = useState(false);
  const { decision, caseId } = found;
  async function send(review: ReviewOutcome): Promise<void> {
    const params = { caseId };
    const begun = await at.client.call(beginReviewCall, { params, body: review });
    const of = { reviewed: found, review, shift: at.claims };
    await at.client.call(decideReviewCall, { params, body: await signReview(begun, of, signByPasskey) });
    addToSums(at.claims.officerId, clock.now() ?? Date.now(), 'reviewed');
    announce(say({ zh: '已复核', en: 'Reviewed' }));
    await Promise.all([done(), refresh()]);
  }
  function submit(): void {
    setAsked(true);
    if (outcome === undefined || (outcome === 'contest' && doubt === undefined)) return;
    void act(() => send({ outcome, ...(outcome === 'contest' && doubt !== undefined && { doubt }) }));
  }
  const lack = { zh: '请先选择', en: 'Choose one first' };
  return (
    <li class="case">
      <Facts
        facts={[
          [{ zh: '编号', en: 'Reference' }, found.reference],
          [{ zh: '原因', en: 'Why it waits' }, say(causeTexts[found.cause])],
          [{ zh: '办理时间', en: 'Decided' }, time(found.decidedAt)],
          [{ zh: '原决定', en: 'Decision' }, decisionText(decision, say)],
          [
            { zh: '身份证', en: 'Card' },
            say(
              found.cardRead === 'chip'
                ? { zh: '读卡器读取', en: 'Read off the chip' }
                : { zh: '手动输入', en: 'Typed by hand' },
            ),
          ],
        ]}
      />
      <details>
        <summary id={`${caseId}-open`}>
          <Say zh="复核这一件" en="Review this one" />
        </summary>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <Choice
            field={`${caseId}-outcome`}
            question={{ zh: '您的决定', en: 'Your decision' }}
            options={outcomes.map((value) => ({ value, text: outcomeTexts[value] }))}
            chosen={outcome}
            choose={setOutcome}
            lack={asked && outcome === undefined ? lack : undefined}
          />
          {outcome === 'contest' ? (
            <DoubtField
              chosen={doubt}
              choose={setDoubt}
              lack={asked && doubt === undefined ? lack : undefined}
            />
          ) : null}
          {refused === undefined ? null : <Problem refused={refused} />}
          <SignButton id={`${caseId}-send`} working={working} />
        </form>
      </details>
    </li>
  );
}

function decisionText(
  { outcome, doubt, exception }: ReviewCase['decision'],
  say: (text: Text) => string,
): string {
  const said = {
    pass: { zh: '同意升级', en: 'Raised' },
    refuse: { zh: '不同意', en: 'Refused' },
    review: { zh: '转交复核', en: 'Handed on' },
  } as const;
  return [
    say(said[outcome]),
    doubt === undefined ? '' : say(doubtTexts[doubt]),
    exception === undefined ? '' : say(exceptionTexts[exception]),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
