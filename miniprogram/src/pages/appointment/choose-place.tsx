import { View, Text as Words } from '@tarojs/components';
import { useState } from 'react';
import type { AcceptancePoint } from '../../../../shared/contract/officer/terms.ts';
import { useName } from '../../parts/use-name.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Card } from '../../ui/card.tsx';
import { Field } from '../../ui/field.tsx';
import { LinkRow } from '../../ui/link-row.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useSay } from '../../ui/use-say.ts';
import { findPoints } from './find-points.ts';
import { Question } from './question.tsx';
import { chooseText, inCity, phoneText, pointsOf, texts } from './texts.ts';

/** By what is typed, or by city: where somebody is, nobody asks. */
export function ChoosePlace(props: {
  points: readonly AcceptancePoint[];
  cities: readonly string[];
  city: string | undefined;
  onCity: (city: string) => void;
  onChoose: (point: AcceptancePoint) => void;
}) {
  const { points, cities, city, onCity, onChoose } = props;
  const say = useSay();
  const name = useName();
  const [typed, setTyped] = useState('');
  if (points.length === 0)
    return <Notice tone="attention" text={say(texts.noPoints)} next={say(texts.noPointsNext)} />;
  if (city !== undefined) {
    return (
      <>
        <Question words={say(inCity(name(city)))} />
        <Points points={points.filter((each) => each.city === city)} {...{ onChoose }} />
      </>
    );
  }
  const found = findPoints(points, typed);
  const isSearch = typed.trim() !== '';
  return (
    <>
      <Question words={say(texts.askPlace)} />
      <Field
        id="place-search"
        label={say(texts.search)}
        value={typed}
        onType={setTyped}
        longest={40}
        hint={say(texts.searchHint)}
      />
      {isSearch && found.length === 0 ? (
        <Notice tone="information" text={say(texts.noneFound)} next={say(texts.noneFoundNext)} />
      ) : null}
      <Points points={found} {...{ onChoose }} />
      {found.length > 0 ? null : (
        <View className="rows">
          {cities.map((each, place) => (
            <LinkRow
              key={each}
              id={`city-${place + 1}`}
              label={`${name(each)} · ${say(pointsOf(points.filter((point) => point.city === each).length))}`}
              onTap={() => onCity(each)}
            />
          ))}
        </View>
      )}
    </>
  );
}

function Points(props: { points: readonly AcceptancePoint[]; onChoose: (point: AcceptancePoint) => void }) {
  const say = useSay();
  const name = useName();
  return (
    <>
      {props.points.map((point) => (
        <Card key={point.pointId} heading={name(point.name)}>
          <Words>{name(point.address)}</Words>
          <Words className="soft">{`${say(texts.hours)} ${name(point.hours)}`}</Words>
          <Words className="soft">{`${say(texts.phone)} ${phoneText(point.phone)}`}</Words>
          <ActionButton
            id={`choose-${point.pointId}`}
            label={say(chooseText(name(point.name)))}
            weight="plain"
            onTap={() => props.onChoose(point)}
          />
        </Card>
      ))}
    </>
  );
}
