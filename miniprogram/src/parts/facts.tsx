import { View, Text as Words } from '@tarojs/components';

interface Fact {
  id?: string;
  name: string;
  value: string;
  /** It is another one each time. */
  live?: boolean;
}

/** Names and what they are, one below the other. */
export function Facts({ id, facts }: { id: string; facts: readonly Fact[] }) {
  return (
    <View id={id} className="card">
      <FactRows facts={facts} />
    </View>
  );
}

/** The same on a card that has more than them. */
export function FactRows({ facts }: { facts: readonly Fact[] }) {
  return (
    <>
      {facts.map((fact) => (
        <View key={fact.name} className="fact">
          <Words className="fact-name">{fact.name}</Words>
          <Words
            className={fact.live === true ? 'fact-value live' : 'fact-value'}
            {...(fact.id === undefined ? {} : { id: fact.id })}
          >
            {fact.value}
          </Words>
        </View>
      ))}
    </>
  );
}
