import { View, Text as Words } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import type { About } from '../../../shared/contract/about.ts';
import { readAbout } from '../start/about.ts';
import { go } from '../start/go.ts';
import { aria } from './aria.ts';
import { uiTexts } from './texts.ts';
import { useSay } from './use-say.ts';
import './stands-behind.scss';

/** Who stands behind this service, on each page where people come in: operator, authority, hotline, privacy. */
export function StandsBehind() {
  const say = useSay();
  const about = useAbout();
  return (
    <View id="stands-behind" className="stands-behind">
      {about === undefined ? null : (
        <>
          <Words>{`${say(uiTexts.operator)}${say(about.operator)}`}</Words>
          <Words>{`${say(uiTexts.authority)}${say(about.authority)}`}</Words>
        </>
      )}
      <View className="stands-behind-links">
        {about === undefined ? null : <Hotline number={about.hotline} />}
        <Link
          id="privacy"
          label={say(uiTexts.privacy)}
          onTap={() => void go('settings', { about: 'privacy' })}
        />
      </View>
    </View>
  );
}

/** Dials when it is pressed, where that is a telephone. */
export function Hotline({ number }: { number: string }) {
  const say = useSay();
  const dial = (): void => void Taro.makePhoneCall({ phoneNumber: number }).catch(() => undefined);
  return <Link id="hotline" label={`${say(uiTexts.hotline)} ${number}`} onTap={dial} />;
}

function Link({ id, label, onTap }: { id: string; label: string; onTap: () => void }) {
  return (
    <View id={id} className="link" onClick={onTap} {...aria({ role: 'link', label })}>
      <Words>{label}</Words>
    </View>
  );
}

/** Who stands behind this service; undefined until it is known. */
export function useAbout(): About | undefined {
  const [about, setAbout] = useState<About>();
  useEffect(() => {
    let here = true;
    void readAbout().then((known) => {
      if (here) setAbout(known);
    });
    return () => {
      here = false;
    };
  }, []);
  return about;
}
