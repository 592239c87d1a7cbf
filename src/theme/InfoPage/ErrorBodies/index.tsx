import Link from '@docusaurus/Link';
import Breakable from '@theme/Breakable';
import Example from '@theme/Example';
import Heading from '@theme/Heading';
import Markdown from '@theme/Markdown';
import { Fragment, type ReactNode } from 'react';
import type { InfoPageModel } from '../../../model/page/page.ts';

export interface Props {
  readonly bodies: InfoPageModel['errorBodies'];
}

/** What the bodies of common errors look like. */
export default function ErrorBodies({ bodies }: Props): ReactNode {
  return bodies.map(({ schema, anchor, href, statuses, description, example }) => (
    <Fragment key={schema}>
      <Heading as="h3" id={anchor}>
        {href ? (
          <Link to={href}>
            <Breakable>{schema}</Breakable>
          </Link>
        ) : (
          <Breakable>{schema}</Breakable>
        )}{' '}
        <span className="ref-quiet">{statuses.join(', ')}</span>
      </Heading>
      <Markdown>{description}</Markdown>
      {example && <Example example={example} isLabelled />}
    </Fragment>
  ));
}
