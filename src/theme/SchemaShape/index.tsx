import { translate } from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import { useCount, useOperationCount } from '../../client/app/words.ts';
import type { LinkedPage } from '../../model/page/page.ts';
import type { SchemaShape as Shape } from '../../slices/slice.ts';

export interface Props {
  readonly schema: LinkedPage;
}

/** What a schema describes, in a word or with the number of its parts, and how many operations use it. */
export default function SchemaShape({ schema: { shape, uses = 0 } }: Props): ReactNode {
  const count = useCount();
  const countOperations = useOperationCount();
  const sized = ({ kind, size = 0 }: Shape): string => {
    if (size === 1 && kind === 'enum')
      return translate({ id: 'site.shape.oneValue', message: '1 value' });
    if (size === 1) return translate({ id: 'site.shape.oneField', message: '1 field' });
    const values = { count: count(size) };
    if (kind === 'enum')
      return translate({ id: 'site.shape.enum', message: '{count} values' }, values);
    if (kind === 'oneOf')
      return translate({ id: 'site.shape.oneOf', message: 'one of {count} types' }, values);
    return translate({ id: 'site.shape.object', message: '{count} fields' }, values);
  };
  const what = shape?.size ? sized(shape) : shape?.kind;
  return (
    <small className="ref-quiet">
      {[what, uses > 0 && countOperations(uses)].filter(Boolean).join(' · ')}
    </small>
  );
}
