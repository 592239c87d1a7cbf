import { translate } from '@docusaurus/Translate';
import type { ChangeGroup } from '../../model/page/change-groups.ts';

/** What the changes of a group have in common. */
export function groupTitle(group: ChangeGroup): string {
  const titles: Readonly<Record<ChangeGroup, string>> = {
    breaking: translate({ id: 'ref.group.breaking', message: 'Breaking changes' }),
    deprecated: translate({ id: 'ref.group.deprecated', message: 'Deprecated' }),
    removed: translate({ id: 'ref.group.removed', message: 'Removed' }),
    added: translate({ id: 'ref.group.added', message: 'Added' }),
    changed: translate({ id: 'ref.group.changed', message: 'Changed' }),
    texts: translate({
      id: 'ref.group.texts',
      message: 'Descriptions and examples',
      description: 'Heading of changes that are only in texts',
    }),
  };
  return titles[group];
}
