import { useState } from 'preact/hooks';
import type { RelyingPartyRecord } from '../../../../shared/contract/operator/relying-parties.ts';
import type { ScenePolicy, ScenesChosen } from '../../../../shared/contract/operator/terms.ts';
import { wordIsFixed, wordPolicies } from '../../../../shared/counter-word.ts';
import { levels, levelText } from '../../../../shared/levels.ts';
import { counterScenes, purposeText, type Scene, scenes } from '../../../../shared/scenes.ts';
import { Say, useSay } from '../../staff/say.tsx';
import { wordPolicyText } from '../parts/words.ts';

/** The closed list of business types; of each that is chosen what it is for, which level, and its counter word. */
export function SceneChoice({ rp }: { rp?: RelyingPartyRecord }) {
  const { say } = useSay();
  return (
    <fieldset class="scenes">
      <legend>{say({ zh: '业务类型', en: 'Business types' })}</legend>
      {counterScenes.map((scene) => {
        const policy = rp?.scenes.find((each) => each.scene === scene);
        return <OneScene key={scene} scene={scene} {...(policy === undefined ? {} : { policy })} />;
      })}
    </fieldset>
  );
}

function OneScene({ scene, policy }: { scene: Scene; policy?: ScenePolicy }) {
  const { say } = useSay();
  const [chosen, setChosen] = useState(policy !== undefined);
  const { level, text, purposes } = scenes[scene];
  return (
    <div class="scene">
      <label class="check">
        <input
          type="checkbox"
          name="scene"
          value={scene}
          checked={chosen}
          onChange={({ currentTarget }) => setChosen(currentTarget.checked)}
        />
        <span>
          {say(text)}{' '}
          <small class="soft">
            {purposes.map((purpose) => say(purposeText[purpose])).join(say({ zh: '、', en: ', ' }))}
            {chosen ? '' : ` · ${say(levelText[level])}`}
          </small>
        </span>
      </label>
      {chosen ? (
        <div class="chosen">
          <Purposes scene={scene} {...(policy === undefined ? {} : { before: policy.purposes })} />
          <Choice
            name={`level-${scene}`}
            scene={scene}
            legend={{ zh: '网证至少要', en: 'Credential needed at least' }}
            fixed={level === 'strict' ? { zh: '只认当面核验的网证', en: 'one checked in person' } : undefined}
            value={policy?.level ?? level}
            words={levels}
            texts={levelText}
          />
          <Choice
            name={`word-${scene}`}
            scene={scene}
            legend={{ zh: '柜台口令', en: 'Counter word' }}
            fixed={wordIsFixed(scene) ? { zh: '柜台口令每次都要', en: 'the counter word always' } : undefined}
            value={policy?.counterWord ?? 'late'}
            words={wordPolicies}
            texts={wordPolicyText}
          />
        </div>
      ) : null}
    </div>
  );
}

/** One of a closed list of words, or the one that nobody may choose otherwise. */
function Choice<W extends string>({
  name,
  scene,
  legend,
  fixed,
  value,
  words,
  texts,
}: {
  name: string;
  scene: Scene;
  legend: { zh: string; en: string };
  fixed: { zh: string; en: string } | undefined;
  value: W;
  words: readonly W[];
  texts: Readonly<Record<W, { zh: string; en: string }>>;
}) {
  const { say } = useSay();
  const [now, setNow] = useState<string>(value);
  if (fixed !== undefined) return <span class="soft">{say(fixed)}</span>;
  return (
    <label class="field">
      <span>
        <span class="spoken">{say(scenes[scene].text)} </span>
        {say(legend)}
      </span>
      <select name={name} value={now} onChange={({ currentTarget }) => setNow(currentTarget.value)}>
        {words.map((word) => (
          <option key={word} value={word}>
            {say(texts[word])}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What a check may be for: some or all, and never none. */
function Purposes({ scene, before }: { scene: Scene; before?: ScenePolicy['purposes'] }) {
  const { say } = useSay();
  const { purposes, text } = scenes[scene];
  const [chosen, setChosen] = useState<readonly string[]>(before ?? purposes);
  if (purposes.length === 1) return null;
  return (
    <fieldset class="purposes">
      <legend>
        <span class="spoken">{say(text)} </span>
        <Say zh="用途，至少选一项" en="For what: one at least" />
      </legend>
      {purposes.map((purpose) => (
        <label key={purpose} class="check">
          <input
            type="checkbox"
            name={`purpose-${scene}`}
            value={purpose}
            checked={chosen.includes(purpose)}
            required={chosen.length === 0}
            onChange={({ currentTarget }) =>
              setChosen(
                purposes.filter((each) => (each === purpose ? currentTarget.checked : chosen.includes(each))),
              )
            }
          />
          <span>{say(purposeText[purpose])}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** What was chosen. What is as the scene has it is left out; scenes that no counter opens stay as they were. */
export function chosenIn(form: FormData, before?: RelyingPartyRecord): ScenesChosen {
  const chosen = form.getAll('scene');
  const unseen = before?.scenes.filter(({ scene }) => !counterScenes.includes(scene)) ?? [];
  const seen = counterScenes
    .filter((scene) => chosen.includes(scene))
    .map((scene) => {
      const own = scenes[scene];
      const named = form.getAll(`purpose-${scene}`);
      const purposes = own.purposes.filter((purpose) => named.includes(purpose));
      const level = levels.find((each) => each === form.get(`level-${scene}`));
      const counterWord = wordPolicies.find((each) => each === form.get(`word-${scene}`));
      return {
        scene,
        ...(purposes.length === 0 || purposes.length === own.purposes.length ? {} : { purposes }),
        ...(level === undefined || level === own.level ? {} : { level }),
        ...(counterWord === undefined ? {} : { counterWord }),
      };
    });
  return [...seen, ...unseen];
}
