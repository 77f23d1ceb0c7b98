import { Page } from '../../ui/page.tsx';
import { texts } from './texts.ts';

export default function RecordsPage() {
  return <Page title={texts.title} />;
}
