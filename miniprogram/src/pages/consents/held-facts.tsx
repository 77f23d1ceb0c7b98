import { View, Text as Words } from '@tarojs/components';
import type { ExportClaims } from '../../../../shared/contract/authority/export.ts';
import { credentialStateText } from '../../../../shared/credentials.ts';
import { levelText } from '../../../../shared/levels.ts';
import type { Text } from '../../../../shared/text.ts';
import { Facts } from '../../parts/facts.tsx';
import type { Held } from '../../protect/export-all.ts';
import { aria } from '../../ui/aria.ts';
import { Card } from '../../ui/card.tsx';
import { timeOf } from '../../ui/time-of.ts';
import { useSay } from '../../ui/use-say.ts';
import { ListsOfAuthority, ListsOfService } from './held-lists.tsx';
import { bytes, items, platforms, texts } from './held-texts.ts';
import { keptTexts } from './texts.ts';

/** What is held, place by place, in plain words and numbers; every single entry stands there too, and in the JSON. */
export function HeldFacts({ held, records }: { held: Held; records: number }) {
  const say = useSay();
  const { account, credential } = held.own;
  return (
    <>
      <Heading words={texts.service} />
      <Facts
        id="held-service"
        facts={[
          { name: say(texts.since), value: timeOf(account.since), live: true },
          {
            name: say(texts.platform),
            value: say(account.platform === undefined ? texts.sms : platforms[account.platform]),
          },
          {
            name: say(texts.credential),
            value: credential.state === 'none' ? say(texts.none) : say(credentialStateText[credential.state]),
          },
        ]}
      />
      <ListsOfService own={held.own} />
      <Heading words={texts.authority} />
      <HeldThere held={held.authority} />
      <Heading words={texts.phone} />
      <Facts id="held-phone" facts={[{ name: say(texts.records), value: say(items(records)), live: true }]} />
    </>
  );
}

/** What the authority told; where it knows no credential of this account, what the law has it keep all the same. */
function HeldThere({ held }: { held: Held['authority'] }) {
  const say = useSay();
  if (!('held' in held)) return <OfAuthority claims={held} />;
  if (held.held === 'not-this-phone') return <Words className="line">{say(texts.notThisPhone)}</Words>;
  return (
    <View id="held-by-law">
      <Card heading={say(texts.nothingMore)}>
        {held.kept.map((each) => (
          <Words key={each}>{say(keptTexts[each])}</Words>
        ))}
      </Card>
    </View>
  );
}

function OfAuthority({ claims }: { claims: ExportClaims }) {
  const say = useSay();
  const { credential, face, voice, pin, heard, earlier, register } = claims;
  const reference = (found: ExportClaims['face']) =>
    say(found === undefined ? texts.none : bytes(found.bytes));
  return (
    <>
      <Facts
        id="held-authority"
        facts={[
          { name: say(texts.level), value: say(levelText[credential.level]) },
          { name: say(texts.face), value: reference(face), live: true },
          { name: say(texts.voice), value: reference(voice), live: true },
          { name: say(texts.pin), value: say(pin ? items(1) : texts.none), live: true },
          { name: say(texts.heard), value: say(items(heard)), live: true },
          { name: say(texts.earlier), value: say(items(earlier)), live: true },
          { name: say(texts.register), value: register.photo ? say(items(1)) : say(texts.none) },
          { name: say(texts.born), value: register.born ?? say(texts.none), live: true },
        ]}
      />
      <ListsOfAuthority claims={claims} />
    </>
  );
}

function Heading({ words }: { words: Text }) {
  const say = useSay();
  return (
    <View className="card-heading" {...aria({ role: 'heading', level: 2 })}>
      <Words>{say(words)}</Words>
    </View>
  );
}
