import { translate } from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import { useOperation } from '../../client/app/page-context.tsx';
import { FIELDS } from '../../client/protocol.ts';
import styles from './styles.module.css';

/** Which fields the samples send, if there is a choice; a script rewrites them (client/samples/follower.ts). */
export default function FieldsSwitch(): ReactNode {
  if (!useOperation()?.hasMoreFields) return null;
  const label = translate({
    id: 'ref.fields',
    message: 'Fields in the sample',
    description: 'Label of two radio buttons for screen readers',
  });
  return (
    <div role="radiogroup" aria-label={label} className={styles.switch}>
      <label>
        <input type="radio" name={FIELDS} value="required" defaultChecked />
        {translate({
          id: 'ref.fields.required',
          message: 'Minimal',
          description: 'Radio button above the code samples',
        })}
      </label>
      <label>
        <input type="radio" name={FIELDS} value="all" />
        {translate({
          id: 'ref.fields.all',
          message: 'All fields',
          description: 'Radio button above the code samples',
        })}
      </label>
    </div>
  );
}
