import { Page } from '../../ui/page.tsx';
import { texts } from './texts.ts';

export default function ScanPage() {
  return <Page title={texts.title} />;
}
