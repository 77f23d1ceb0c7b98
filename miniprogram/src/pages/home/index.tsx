import { ActionButton } from '../../ui/action-button.tsx';
import { go } from '../../ui/go.ts';
import { Page } from '../../ui/page.tsx';
import { useSay } from '../../ui/use-say.ts';
import { texts } from './texts.ts';

export default function HomePage() {
  const say = useSay();
  return (
    <Page title={texts.title}>
      <ActionButton label={say(texts.scan)} onTap={() => go('scan')} />
      <ActionButton label={say(texts.apply)} weight="plain" onTap={() => go('apply')} />
      <ActionButton label={say(texts.records)} weight="plain" onTap={() => go('records')} />
      <ActionButton label={say(texts.settings)} weight="plain" onTap={() => go('settings')} />
      <ActionButton label={say(texts.help)} weight="plain" onTap={() => go('help')} />
    </Page>
  );
}
