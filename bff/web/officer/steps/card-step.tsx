import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Card } from '../../../../shared/sample/card.ts';
import type { Text } from '../../../../shared/text.ts';
import { Act } from '../../staff/parts/act.tsx';
import { Facts } from '../../staff/parts/facts.tsx';
import { Say, useSay } from '../../staff/say.tsx';
import { toldOf, useWork } from '../at-work.tsx';
import { cardOn } from '../card/read-card.ts';
import type { Raise } from '../desk/to-check.ts';
import { deskWords, workOf } from '../desk/work-words.ts';
import { Step } from '../step.tsx';
import { CardForm } from './card-form.tsx';

/** The card of who shows the phone, or of who comes without one: sealed to the authority as soon as it was compared, and gone from this page. */
export function CardStep({ raise }: { raise: Raise }) {
  const work = useWork();
  const { card: draft, run } = work;
  async function send(gone: () => void): Promise<void> {
    const before = draft.now();
    // Sealed already, where only the sending went wrong.
    const sealed = before.is === 'sealed' ? before : await draft.seal(await toldOf(work, raise));
    gone();
    await run.sendPapers(sealed);
  }
  return (
    <ReadCard
      {...deskWords[workOf(raise.view)].readCard}
      means={{
        zh: '确认后在本页加密，只有认证方能打开，本页随即清除。',
        en: 'It is then sealed in this page for the authority alone, and gone from here.',
      }}
      go={{ zh: '一样，加密发送', en: 'Yes: seal and send' }}
      send={send}
    />
  );
}

/** What a paper that is no card shows, how it is typed, and what else is on it. */
export interface Paper {
  form: (take: (card: Card) => void) => ComponentChildren;
  facts: readonly (readonly [Text, ComponentChildren])[];
}

/** A card: read by the reader or typed, and compared with what is printed. */
export function ReadCard({
  title = { zh: '读取身份证', en: 'Read the ID card' },
  hint,
  means,
  go,
  send,
  paper,
}: {
  title?: Text;
  hint: Text;
  /** What becomes of it. */
  means: Text;
  go: Text;
  /** @param gone to be told as soon as the plain card is needed here no more */
  send: (gone: () => void) => Promise<void>;
  /** Where it is no card. */
  paper?: Paper;
}) {
  const { card: draft, reader: own } = useWork();
  const { say } = useSay();
  const reader = paper === undefined ? own : undefined;
  const [shown, setShown] = useState<Card>();
  const [byHand, setByHand] = useState(reader === undefined);
  function take(card: Card): void {
    draft.take(card);
    setShown(card);
  }
  async function read(): Promise<void> {
    if (reader !== undefined) take(await cardOn(reader));
  }
  const confirmed = () => send(() => setShown(undefined));
  const again = () => {
    draft.wipe();
    setShown(undefined);
  };
  if (shown !== undefined || draft.now().is === 'sealed')
    return (
      <Step
        key="shown"
        title={
          paper === undefined
            ? { zh: '与身份证上印的一样吗？', en: 'Is this what the card says in print?' }
            : { zh: '与证件上印的一样吗？', en: 'Is this what the paper says in print?' }
        }
        hint={means}
        focus="send-card"
      >
        {shown === undefined ? null : (
          <Facts
            facts={[
              [{ zh: '姓名', en: 'Name' }, shown.name],
              [{ zh: '号码', en: 'Number' }, spaced(shown.idNumber)],
              ...(paper?.facts ?? [
                [{ zh: '有效期', en: 'Valid' }, `${shown.validFrom} – ${untilText(shown.validUntil, say)}`],
                [{ zh: '读取方式', en: 'Read by' }, say(shown.chip === null ? typedText : chipText)],
              ]),
            ]}
          />
        )}
        <div class="row">
          <Act work={confirmed} id="send-card" main>
            {say(go)}
          </Act>
          <button type="button" id="card-again" onClick={again}>
            <Say zh="不一样，重新读取" en="No: read it again" />
          </button>
        </div>
      </Step>
    );
  return (
    <Step
      key={byHand ? 'typed' : 'read'}
      title={title}
      hint={hint}
      focus={byHand ? 'card-name' : 'read-card'}
    >
      {reader === undefined ? null : (
        <div class="row">
          <Act work={read} id="read-card" main={!byHand}>
            <Say zh="用读卡器读取" en="Read with the reader" />
          </Act>
          {byHand ? null : (
            <button type="button" id="by-hand" onClick={() => setByHand(true)}>
              <Say zh="读不出，手动输入" en="It cannot be read: type it" />
            </button>
          )}
        </div>
      )}
      {byHand ? (paper?.form(take) ?? <CardForm take={take} />) : null}
    </Step>
  );
}

const longTerm = { zh: '长期', en: 'for life' };
const chipText = { zh: '芯片', en: 'Chip' };
const typedText = { zh: '手动输入', en: 'Typed by hand' };

function untilText(until: string, say: (text: { zh: string; en: string }) => string): string {
  return until === 'long-term' ? say(longTerm) : until;
}

/** In groups, to be compared by eye. */
function spaced(number: string): string {
  return number.replace(/^(.{6})(.{8})(.{4})$/, '$1 $2 $3');
}
