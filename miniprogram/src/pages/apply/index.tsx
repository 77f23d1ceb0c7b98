import { Page } from '../../ui/page.tsx';
import { texts } from './texts.ts';

export default function ApplyPage() {
  return <Page title={texts.title} />;
}
