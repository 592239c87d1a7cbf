import Link from '@docusaurus/Link';
import { translate } from '@docusaurus/Translate';
import Markdown from '@theme/Markdown';
import type { ReactNode } from 'react';
import { AUTHENTICATION } from '../../../../address/anchor.ts';
import { useTextLanguage } from '../../../../client/app/words.ts';
import { schemeAnchors } from '../../../../model/page/anchor.ts';
import type {
  SecurityAlternative,
  SecuritySchemeModel,
} from '../../../../model/request/security.ts';

export interface Props {
  readonly security: readonly SecurityAlternative[];
  /** All schemes of the API. */
  readonly schemes: readonly SecuritySchemeModel[];
  /** Path of the info page. */
  readonly reference: string;
}

/** Longer descriptions are only on the info page. */
const LONG = 400;

/** Which credentials the first request needs, and how to get them if the document describes it. */
export default function Credentials({ security, schemes, reference }: Props): ReactNode {
  const lang = useTextLanguage();
  const scheme = security[0]?.schemes[0]?.scheme;
  if (!scheme) return null;
  const anchors = schemeAnchors(schemes.map(({ name }) => name));
  const anchor = anchors.get(scheme.name) ?? AUTHENTICATION;
  const { description = '' } = scheme;
  return (
    <li>
      <p className="margin-vert--none">
        {translate({ id: 'site.getCredentials', message: 'Get your credentials:' })}{' '}
        <Link to={`${reference}#${anchor}`} lang={lang}>
          {scheme.title}
        </Link>
      </p>
      {description.length <= LONG && <Markdown>{description || undefined}</Markdown>}
    </li>
  );
}
