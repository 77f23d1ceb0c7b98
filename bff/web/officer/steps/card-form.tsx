import { useState } from 'preact/hooks';
import type { Card } from '../../../../shared/sample/card.ts';
import { Say } from '../../staff/say.tsx';
import { useWork } from '../at-work.tsx';
import { type CardProblem, checkTyped } from '../card/check-typed.ts';
import { problemText } from '../card/texts.ts';
import { CardField, PrintedForm } from './printed-form.tsx';

const ids = {
  name: 'card-name',
  idNumber: 'card-number',
  validFrom: 'card-from',
  validUntil: 'card-until',
} as const satisfies Record<CardProblem['field'], string>;

/** A card typed by hand. */
export function CardForm({ take }: { take: (card: Card) => void }) {
  const { trust, clock } = useWork();
  const [longTerm, setLongTerm] = useState(false);
  return (
    <PrintedForm
      id="card-form"
      label={{ zh: '手动输入身份证', en: 'The card, by hand' }}
      ids={ids}
      read={(of): ReturnType<typeof checkTyped> =>
        checkTyped(
          {
            ...{ name: of('name'), idNumber: of('idNumber') },
            ...{ validFrom: of('validFrom'), validUntil: of('validUntil'), longTerm },
          },
          { sandbox: trust.sandbox, now: clock.now() },
        )
      }
      take={({ card }) => take(card)}
    >
      {(problemOf) => {
        const wrong = (field: CardProblem['field']) => {
          const found = problemOf(field);
          return found && problemText(found);
        };
        return (
          <>
            <CardField id={ids.name} label={{ zh: '姓名', en: 'Name' }} wrong={wrong('name')} />
            <CardField
              id={ids.idNumber}
              label={{ zh: '公民身份号码（18 位）', en: 'Number (18 characters)' }}
              wrong={wrong('idNumber')}
            />
            <div class="row">
              <CardField
                id={ids.validFrom}
                label={{ zh: '有效期从', en: 'Valid from' }}
                hint={{ zh: '8 位数字，例如 20210301', en: '8 digits, such as 20210301' }}
                wrong={wrong('validFrom')}
              />
              {longTerm ? null : (
                <CardField
                  id={ids.validUntil}
                  label={{ zh: '有效期至', en: 'Valid until' }}
                  hint={{ zh: '8 位数字，例如 20410301', en: '8 digits, such as 20410301' }}
                  wrong={wrong('validUntil')}
                />
              )}
            </div>
            <label class="check">
              <input
                type="checkbox"
                id="card-long-term"
                checked={longTerm}
                onChange={({ currentTarget }) => setLongTerm(currentTarget.checked)}
              />
              <Say zh="长期有效" en="Valid for life" />
            </label>
          </>
        );
      }}
    </PrintedForm>
  );
}
