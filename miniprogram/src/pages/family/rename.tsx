import { useState } from 'react';
import type { DelegationView } from '../../../../shared/contract/family/terms.ts';
import type { Family } from '../../family/ward-names.ts';
import { ActionBar, ActionButton } from '../../ui/action-button.tsx';
import { Field } from '../../ui/field.tsx';
import { Page } from '../../ui/page.tsx';
import { useSay } from '../../ui/use-say.ts';
import { texts } from './texts.ts';

/** Characters of a name: one line in large type. */
const longest = 12;

/** What the owner calls the ward. */
export function Rename(props: {
  ward: DelegationView;
  family: Family;
  onBack: () => void;
  onName: (name: string) => void;
}) {
  const { ward, family, onBack, onName } = props;
  const say = useSay();
  const [typed, setTyped] = useState(family.names[ward.delegationId] ?? '');
  return (
    <Page title={texts.renameAsk} back={onBack} barred>
      <Field
        id="ward-name"
        label={say(texts.nameField)}
        hint={say(texts.nameHint)}
        value={typed}
        longest={longest}
        onType={setTyped}
      />
      <ActionBar>
        <ActionButton id="save-name" label={say(texts.save)} onTap={() => onName(typed.trim())} />
      </ActionBar>
    </Page>
  );
}
