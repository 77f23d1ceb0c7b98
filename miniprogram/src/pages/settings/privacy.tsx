import { View, Text as Words } from '@tarojs/components';
import Taro, { useReady } from '@tarojs/taro';
import { ActionButton } from '../../ui/action-button.tsx';
import { Card } from '../../ui/card.tsx';
import { useAbout } from '../../ui/stands-behind.tsx';
import { usePageParameters } from '../../ui/use-page-parameters.ts';
import { useSay } from '../../ui/use-say.ts';
import { texts } from './texts.ts';

const privacy = [
  texts.privacyCounter,
  texts.privacySealed,
  texts.privacyPlatform,
  texts.privacyPhone,
  texts.privacyRetention,
  texts.privacyRecords,
];

/** What becomes of what people give, in short, and where the operator's whole text stands. */
export function Privacy() {
  const say = useSay();
  const whole = useAbout()?.privacyUrl;
  const { about } = usePageParameters();
  useReady(() => {
    if (about === 'privacy') void Taro.pageScrollTo({ selector: '#privacy-text', duration: 0 });
  });
  return (
    <View id="privacy-text">
      <Card heading={say(texts.privacy)}>
        {privacy.map((text) => (
          <Words key={text.en}>{say(text)}</Words>
        ))}
        {whole === undefined ? null : (
          <ActionButton
            id="privacy-whole"
            label={say(texts.privacyWhole)}
            weight="plain"
            onTap={() => void openAddress(whole, say(texts.privacyCopied))}
          />
        )}
      </Card>
    </View>
  );
}

/** Mini-programs open no page of others: there the address is copied. */
async function openAddress(url: string, copied: string): Promise<void> {
  if (process.env.TARO_ENV === 'h5') {
    window.open(url, '_blank', 'noopener');
    return;
  }
  await Taro.setClipboardData({ data: url });
  await Taro.showToast({ title: copied, icon: 'none' });
}
