import { View, Text as Words } from '@tarojs/components';
import type { ReceiptClaims } from '../../../../shared/contract/authority/receipts.ts';
import { timeOf } from '../../ui/time-of.ts';
import { useSay } from '../../ui/use-say.ts';
import { factsOf } from './facts-of.ts';
import { texts } from './texts.ts';

/** What the authority has signed of the check: where, for what, when, and all that the counter, or the other person, was told. */
export function Details({ claims }: { claims: ReceiptClaims }) {
  const say = useSay();
  return (
    <View className="record-details">
      {factsOf(claims).map(({ what, is }) => (
        <View key={what.en} className="fact">
          <Words className="fact-name">{say(what)}</Words>
          <Words className="fact-value">{say(is)}</Words>
        </View>
      ))}
      <View className="fact">
        <Words className="fact-name">{say(texts.when)}</Words>
        <Words className="fact-value live">{timeOf(claims.iat * 1000)}</Words>
      </View>
    </View>
  );
}
