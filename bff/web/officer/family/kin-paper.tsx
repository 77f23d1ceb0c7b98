import type { Card } from '../../../../shared/sample/card.ts';
import { useWork } from '../at-work.tsx';
import { problemText } from '../card/texts.ts';
import { CardField, PrintedForm } from '../steps/printed-form.tsx';
import { checkPaper, type PaperProblem } from './check-paper.ts';

const ids = {
  name: 'card-name',
  idNumber: 'card-number',
  documentNumber: 'paper-number',
} as const satisfies Record<PaperProblem['field'], string>;

/** A household register or birth certificate, typed. */
export function KinPaper({ take }: { take: (card: Card, documentNumber: string) => void }) {
  const { trust, clock } = useWork();
  return (
    <PrintedForm
      id="paper-form"
      label={{ zh: '家人的证件', en: 'The papers of the family member' }}
      ids={ids}
      read={(of): ReturnType<typeof checkPaper> =>
        checkPaper(
          { name: of('name'), idNumber: of('idNumber'), documentNumber: of('documentNumber') },
          { sandbox: trust.sandbox, now: clock.now() },
        )
      }
      take={({ card, documentNumber }) => take(card, documentNumber)}
    >
      {(problemOf) => {
        const wrong = (field: PaperProblem['field']) => {
          const found = problemOf(field);
          if (found === undefined) return undefined;
          return found.field === 'documentNumber' ? numberWrong : problemText(found);
        };
        return (
          <>
            <CardField
              id={ids.name}
              label={{ zh: '孩子的姓名', en: 'Name of the child' }}
              wrong={wrong('name')}
            />
            <CardField
              id={ids.idNumber}
              label={{ zh: '孩子的公民身份号码（18 位）', en: 'ID number of the child (18 characters)' }}
              wrong={wrong('idNumber')}
            />
            <CardField
              id={ids.documentNumber}
              label={{ zh: '户口簿或出生医学证明的编号', en: 'Number of the register or certificate' }}
              wrong={wrong('documentNumber')}
            />
          </>
        );
      }}
    </PrintedForm>
  );
}

const numberWrong = {
  zh: '请照证件输入编号：字母、数字和短横线，最多 30 位',
  en: 'Type it as on the paper: letters, digits and hyphens, 30 at most',
};
