import { useState } from 'preact/hooks';
import { textsForFamily } from '../../../../shared/consent/texts-for-family.ts';
import {
  type KinDocument,
  kinDocuments,
  kinDocumentTexts,
  type Relation,
  relations,
  relationTexts,
} from '../../../../shared/family.ts';
import { counterScenes, type Scene, scenes } from '../../../../shared/scenes.ts';
import type { Text } from '../../../../shared/text.ts';
import { Say, useSay } from '../../staff/say.tsx';
import { Step } from '../step.tsx';
import { Choice } from '../steps/choice.tsx';

/** What guardian and ward want, as the officer was told by both. */
export interface Terms {
  relation: Relation;
  scenes: readonly Scene[];
  document: KinDocument;
  consents: boolean;
}

type Lack = 'relation' | 'document' | 'scenes' | 'consents';

/** What a ward may be shown for: the credential is a basic one, and nobody meets strangers by it. */
const offered = counterScenes.filter((scene) => scenes[scene].level === 'basic' && scene !== 'peer');
const first: Text = { zh: '请先回答这个问题', en: 'Answer this question first' };

/** @param grown the ward is 16 or older, and is asked alone */
export function KinTerms({ grown, choose }: { grown: boolean; choose: (terms: Terms) => void }) {
  const { say } = useSay();
  const [relation, setRelation] = useState<Relation>();
  const [document, setDocument] = useState<KinDocument | undefined>(grown ? 'card' : undefined);
  const [chosen, setChosen] = useState<readonly Scene[]>([]);
  const [consents, setConsents] = useState(false);
  const [lack, setLack] = useState<Lack>();
  function submit(): void {
    if (relation === undefined) setLack('relation');
    else if (document === undefined) setLack('document');
    else if (chosen.length === 0) setLack('scenes');
    else if (grown && !consents) setLack('consents');
    else choose({ relation, scenes: chosen, document, consents });
  }
  return (
    <Step
      title={{ zh: '家人是谁，可以办什么', en: 'Who it is, and for what' }}
      hint={{
        zh: '监护人正按手机提示拍摄。请向两位问清楚，再填写。',
        en: 'The guardian follows the phone. Ask both meanwhile.',
      }}
    >
      <form
        id="kin-terms"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Choice
          field="relation"
          question={{ zh: '家人是监护人的什么人？', en: 'What are they to the guardian?' }}
          options={relations.map((value) => ({ value, text: relationTexts[value] }))}
          chosen={relation}
          choose={setRelation}
          lack={lack === 'relation' ? first : undefined}
        />
        {grown ? null : (
          <Choice
            field="document"
            question={{ zh: '孩子带的是什么证件？', en: 'Which paper does the child come with?' }}
            options={kinDocuments.map((value) => ({ value, text: kinDocumentTexts[value] }))}
            chosen={document}
            choose={setDocument}
            lack={lack === 'document' ? first : undefined}
          />
        )}
        <fieldset class="choice" data-field="scenes" aria-invalid={lack === 'scenes'}>
          <legend>
            <Say
              zh="监护人可以替家人办哪些？只选用得上的"
              en="For what may the guardian act? Only what is needed"
            />
          </legend>
          <div class="row">
            {offered.map((scene) => (
              <label key={scene} class="option">
                <input
                  type="checkbox"
                  id={`scene-${scene}`}
                  checked={chosen.includes(scene)}
                  onChange={({ currentTarget }) =>
                    setChosen(
                      offered.filter((each) =>
                        each === scene ? currentTarget.checked : chosen.includes(each),
                      ),
                    )
                  }
                />
                <span>{say(scenes[scene].text)}</span>
              </label>
            ))}
          </div>
          {lack === 'scenes' ? (
            <small class="wrong" role="alert">
              <Say zh="请至少选一项" en="Choose at least one" />
            </small>
          ) : null}
        </fieldset>
        {grown ? (
          <div class="field" data-field="consents">
            <p id="kin-words">
              <strong>
                <Say {...textsForFamily.kin.phone.title} />
              </strong>{' '}
              <Say {...textsForFamily.kin.phone.words} />
            </p>
            <label class="check">
              <input
                type="checkbox"
                id="consents"
                checked={consents}
                onChange={({ currentTarget }) => setConsents(currentTarget.checked)}
              />
              <Say
                zh="我已单独给家人本人看过、念过上面的话，本人同意"
                en="I showed and read them the words above, alone: they agree"
              />
            </label>
            {lack === 'consents' ? (
              <small class="wrong" role="alert">
                <Say
                  zh="本人没有同意就不能绑定：请单独问；不愿意的，结束本次"
                  en="Without their own consent nothing is bound: ask them alone, or end this one"
                />
              </small>
            ) : null}
          </div>
        ) : null}
        <button type="submit" id="terms-next" class="main">
          <Say zh="下一步：读取家人的证件" en="Next: their papers" />
        </button>
      </form>
    </Step>
  );
}
