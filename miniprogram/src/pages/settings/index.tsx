import { Page } from '../../ui/page.tsx';
import { texts } from './texts.ts';

export default function SettingsPage() {
  return <Page title={texts.title} />;
}
