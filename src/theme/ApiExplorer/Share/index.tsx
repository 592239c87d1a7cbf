import { translate } from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import { useConsole } from '../../../client/console/console-context.tsx';
import { shareLink } from '../../../client/console/share.ts';

/** Copies a URL of this page with the form's values; the page's script does the copying. */
export default function Share(): ReactNode {
  const { form, values } = useConsole();
  const link = shareLink(form, values);
  return (
    <button
      type="button"
      className="ref-button"
      data-copy={link}
      disabled={link === undefined}
      data-done={translate({ id: 'ref.copied', message: 'Copied' })}
      title={
        link === undefined
          ? translate({
              id: 'ref.try.shareLong',
              message: 'These values are too long for a link',
            })
          : translate({
              id: 'ref.try.shareAbout',
              message: 'Link to this page with these values, without credentials and files',
            })
      }
    >
      {translate({ id: 'ref.try.share', message: 'Copy link' })}
    </button>
  );
}
