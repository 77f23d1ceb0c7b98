import { useState } from 'preact/hooks';
import { consentVersion } from '../../../../shared/consent/consent-forms.ts';
import { kinDocumentTexts, relationTexts } from '../../../../shared/family.ts';
import { packKin } from '../../../../shared/sample/pack-kin.ts';
import { scenes } from '../../../../shared/scenes.ts';
import { useSay } from '../../staff/say.tsx';
import { toldOf, useWork } from '../at-work.tsx';
import type { Raise } from '../desk/to-check.ts';
import { type Paper, ReadCard } from '../steps/card-step.tsx';
import { KinPaper } from './kin-paper.tsx';
import { KinTerms, type Terms } from './kin-terms.tsx';

/** What shows a ward, and what the guardian may do: sealed to the authority as soon as it was compared, and gone from this page. */
export function KinStep({ raise }: { raise: Raise }) {
  const work = useWork();
  const { say, language } = useSay();
  const [terms, setTerms] = useState<Terms>();
  const [documentNumber, setNumber] = useState('');
  const grown = raise.sent['kin-face'] !== undefined;
  if (terms === undefined) return <KinTerms grown={grown} choose={setTerms} />;
  const { relation, scenes: chosen, document } = terms;
  const consents = terms.consents && { version: consentVersion, language };
  async function send(gone: () => void): Promise<void> {
    const { card: draft, run } = work;
    const before = draft.now();
    const number = document === 'card' ? '' : documentNumber;
    const sealed =
      before.is === 'sealed'
        ? before
        : await draft.seal(await toldOf(work, raise), {
            kind: 'kin',
            pack: (ward) =>
              packKin({ ward, document, documentNumber: number, relation, scenes: [...chosen], consents }),
          });
    gone();
    setNumber('');
    await run.sendPapers(sealed, { relation, scenes: chosen, consents });
  }
  const { zh, en } = kinDocumentTexts[document];
  const paper: Paper = {
    form: (take) => (
      <KinPaper
        take={(card, number) => {
          setNumber(number);
          take(card);
        }}
      />
    ),
    facts: [[{ zh: '证件号码', en: 'Number of the paper' }, documentNumber]],
  };
  return (
    <ReadCard
      title={{ zh: `读取家人的${zh}`, en: `Family member: ${en}` }}
      hint={{
        zh: `${relationTexts[relation].zh}，可用于：${chosen.map((scene) => scenes[scene].text.zh).join('、')}。请读取家人的证件原件。`,
        en: `${relationTexts[relation].en}; for: ${chosen.map((scene) => scenes[scene].text.en).join(', ')}. Read the papers of the family member.`,
      }}
      means={{
        zh: '确认后在本页加密，只有认证方能打开，本页随即清除。',
        en: 'It is then sealed in this page for the authority alone, and gone from here.',
      }}
      go={{ zh: '一样，加密发送', en: 'Yes: seal and send' }}
      send={send}
      {...(document !== 'card' && { paper })}
      key={say({ zh, en })}
    />
  );
}
