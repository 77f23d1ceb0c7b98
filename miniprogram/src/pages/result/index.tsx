import { Page } from '../../ui/page.tsx';
import { texts } from './texts.ts';

export default function ResultPage() {
  return <Page title={texts.title} />;
}
