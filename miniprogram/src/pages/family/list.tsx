import { View, Text as Words } from '@tarojs/components';
import type { DelegationView } from '../../../../shared/contract/family/terms.ts';
import type { Text } from '../../../../shared/text.ts';
import type { Family } from '../../family/ward-names.ts';
import { Card } from '../../ui/card.tsx';
import { LinkRow } from '../../ui/link-row.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { StandsBehind } from '../../ui/stands-behind.tsx';
import { useSay } from '../../ui/use-say.ts';
import { Requests } from './requests.tsx';
import { howMany, texts } from './texts.ts';
import { WardCard } from './ward-card.tsx';

/** What was done just now, what waits for consent, then each ward, and how many more there may be. */
export function List(props: {
  family: Family;
  said: Text | undefined;
  onChanged: (said: Text) => void;
  onWard: (ward: DelegationView) => void;
}) {
  const { family, said, onChanged, onWard } = props;
  const { delegations, most } = family;
  const say = useSay();
  const standing = delegations.filter(({ state }) => state !== 'ended').length;
  return (
    <Page title={texts.title} back>
      {said === undefined ? null : <Notice tone="good" text={say(said)} />}
      <Requests family={family} />
      {delegations.length === 0 ? (
        <Notice tone="information" text={say(texts.none)} next={say(texts.noneNext)} />
      ) : null}
      {delegations.map((ward) => (
        <View key={ward.delegationId} id={`ward-${ward.delegationId}`} className="family-ward">
          <WardCard ward={ward} family={family} onChanged={onChanged} />
          {ward.state === 'ended' ? null : (
            <View className="rows">
              <LinkRow id={`more-${ward.delegationId}`} label={say(texts.more)} onTap={() => onWard(ward)} />
            </View>
          )}
        </View>
      ))}
      {delegations.length === 0 ? null : <Words className="soft">{say(howMany(standing, most))}</Words>}
      <Card>
        <Words>{say(texts.intro)}</Words>
        <Words>{say(texts.present)}</Words>
      </Card>
      <StandsBehind />
    </Page>
  );
}
