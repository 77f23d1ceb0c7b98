import { View, Text as Words } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import type { IdPhotoHint } from '../../../../shared/challenge.ts';
import * as limits from '../../../../shared/limits.ts';
import { cleanNumber } from '../../../../shared/resident-id.ts';
import { type IdentityProblem, identity as readIdentity } from '../../apply/02-identity.ts';
import type { Holder } from '../../holder/holder.ts';
import type { Typed } from '../../journey/journey.ts';
import { StaffedWay } from '../../parts/staffed-way.tsx';
import { Tick } from '../../parts/tick.tsx';
import { ActionBar, ActionButton } from '../../ui/action-button.tsx';
import { Field } from '../../ui/field.tsx';
import { useSay } from '../../ui/use-say.ts';
import { PhotoPart } from './photo-part.tsx';
import { moreToType, nameProblems, numberProblems, texts, untilProblems } from './texts.ts';
import { dateTyped, numberHelp, numberLength } from './typed-help.ts';

const longTerm = 'long-term';
/** A pasted number may come with spaces and marks that are not seen: it is cleaned before it is cut. */
const pastedLongest = 60;
/** Where a field and its problem stand. */
const places = { name: '#name-problem', idNumber: '#id-problem', validUntil: '#valid-problem' } as const;

/** Name, number and, unless it is `short`, validity as the card has them; the number is checked as it is typed, the rest on going on. */
export function IdentityStep(props: {
  holder: Holder;
  before: Typed | undefined;
  /** What was wrong with the ID photo that was attached before: another one is to be chosen. */
  photoWrong?: IdPhotoHint | undefined;
  /** Only name and number: the authority has the rest with the credential. */
  short?: boolean;
  onDone: (typed: Typed) => void;
}) {
  const { holder, before, photoWrong, short = false, onDone } = props;
  const say = useSay();
  const [name, setName] = useState(before?.identity.name ?? '');
  const [idNumber, setIdNumber] = useState(before?.identity.idNumber ?? '');
  const [until, setUntil] = useState(before?.identity.validUntil ?? (short ? longTerm : ''));
  const [idPhoto, setIdPhoto] = useState(photoWrong === undefined ? before?.idPhoto : undefined);
  const [problems, setProblems] = useState<IdentityProblem[]>([]);
  const help = numberHelp(idNumber, holder);
  const wrong = wordsFor(problems);
  const number = wrong.idNumber ?? help.wrong;
  const go = (): void => {
    if (photoWrong !== undefined && idPhoto === undefined)
      return void Taro.pageScrollTo({ selector: '#photo-problem', duration: 0 });
    const validUntil = until === longTerm ? longTerm : dateTyped(until);
    const read = readIdentity(holder, { name, idNumber, validUntil });
    if (read.ok) onDone({ identity: read.identity, ...(idPhoto === undefined ? {} : { idPhoto }) });
    else {
      setProblems(read.problems);
      const [first] = read.problems;
      if (first !== undefined) void Taro.pageScrollTo({ selector: places[first.field], duration: 0 });
    }
  };
  return (
    <>
      <Words className="line">{say(texts.form)}</Words>
      <View id="name-problem">
        <Field
          id="name-input"
          label={say(texts.name)}
          value={name}
          longest={2 * limits.personName}
          onType={setName}
          wrong={wrong.name && say(wrong.name)}
        />
      </View>
      <View id="id-problem">
        <Field
          id="id-input"
          label={say(texts.number)}
          value={idNumber}
          type="idcard"
          longest={pastedLongest}
          onType={(typed) => {
            setIdNumber(cleanNumber(typed).slice(0, numberLength));
            setProblems([]);
          }}
          wrong={number && say(number)}
          good={help.good}
          hint={help.good ? say(texts.numberGood) : say(moreToType(numberLength - idNumber.length))}
        />
      </View>
      {until === longTerm ? null : (
        <View id="valid-problem">
          <Field
            id="valid-until"
            label={say(texts.until)}
            value={until}
            longest={10}
            type="number"
            hint={say(texts.untilHint)}
            onType={setUntil}
            wrong={wrong.validUntil && say(wrong.validUntil)}
          />
        </View>
      )}
      {short ? null : (
        <Tick
          id="long-term"
          ticked={until === longTerm}
          title={say(texts.longTerm)}
          onChange={(ticked) => setUntil(ticked ? longTerm : '')}
        />
      )}
      {holder.trust.sandbox && !short ? (
        <PhotoPart
          attached={idPhoto !== undefined}
          wrong={idPhoto === undefined ? photoWrong : undefined}
          onChosen={setIdPhoto}
        />
      ) : null}
      <Words className="soft">{say(texts.sealed)}</Words>
      <StaffedWay />
      <ActionBar>
        <ActionButton id="identity-next" label={say(texts.start)} onTap={go} />
      </ActionBar>
    </>
  );
}

function wordsFor(problems: readonly IdentityProblem[]) {
  const words: { [field in IdentityProblem['field']]?: { zh: string; en: string } } = {};
  for (const problem of problems) {
    if (problem.field === 'name') words.name = nameProblems[problem.problem];
    else if (problem.field === 'idNumber') words.idNumber = numberProblems[problem.problem];
    else words.validUntil = untilProblems[problem.problem];
  }
  return words;
}
