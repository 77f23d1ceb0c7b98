import { View, Text as Words } from '@tarojs/components';
import type { OwnCredential } from '../../holder/answers.ts';
import { go, goInstead } from '../../start/go.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { aria } from '../../ui/aria.ts';
import { LinkRow } from '../../ui/link-row.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { StandsBehind } from '../../ui/stands-behind.tsx';
import { useSay } from '../../ui/use-say.ts';
import { actTexts } from './act-texts.ts';
import { type Act, actsOf } from './acts.ts';
import { CredentialFacts } from './credential-facts.tsx';
import { entries } from './entries.ts';
import { Reminders } from './reminders.tsx';
import { SecureKeyCard } from './secure-key.tsx';
import { texts, voided } from './texts.ts';

/** How the credential stands, what can be done now, and what else there is. */
export function Hub({ credential, onAct }: { credential: OwnCredential; onAct: (act: Act) => void }) {
  const say = useSay();
  const acts = actsOf(credential);
  return (
    <Page title={texts.title} back>
      <Standing credential={credential} />
      {credential.state === 'none' ? null : <CredentialFacts credential={credential} />}
      {acts.length === 0 ? null : (
        <>
          <Heading words={say(texts.doHere)} />
          <View className="rows">
            {acts.map((act) => (
              <LinkRow key={act} id={act} label={say(actTexts[act].row)} onTap={() => onAct(act)} />
            ))}
          </View>
        </>
      )}
      <Reminders credential={credential} />
      <SecureKeyCard />
      <Heading words={say(texts.more)} />
      <View className="rows">
        {entries.map(({ id, label, page }) => (
          <LinkRow key={id} id={id} label={say(label)} onTap={() => void go(page)} />
        ))}
      </View>
      <StandsBehind />
    </Page>
  );
}

function Heading({ words }: { words: string }) {
  return (
    <View className="card-heading" {...aria({ role: 'heading', level: 2 })}>
      <Words>{words}</Words>
    </View>
  );
}

/** What is out of the ordinary, and what to do about it, before anything else. */
function Standing({ credential }: { credential: OwnCredential }) {
  const say = useSay();
  const apply = <ActionButton id="apply" label={say(texts.apply)} onTap={() => void goInstead('apply')} />;
  switch (credential.state) {
    case 'none':
      return (
        <Notice tone="information" text={say(texts.none)} next={say(texts.noneNext)}>
          {apply}
        </Notice>
      );
    case 'void': {
      const { why, next } = voided[credential.reason ?? 'superseded'];
      return (
        <Notice tone="attention" text={say(why)} next={say(next)}>
          {apply}
        </Notice>
      );
    }
    case 'suspended':
      return <Notice tone="attention" text={say(texts.suspended)} next={say(texts.suspendedNext)} />;
    case 'unusable':
      return (
        <Notice tone="attention" text={say(texts.unusable)} next={say(texts.unusableNext)}>
          <ActionButton id="move" label={say(texts.move)} onTap={() => void goInstead('move')} />
        </Notice>
      );
    case 'active':
    case 'frozen':
    case 'card-reported-lost':
      return null;
  }
}
