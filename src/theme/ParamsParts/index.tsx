import Link from '@docusaurus/Link';
import { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import Heading from '@theme/Heading';
import ParamsList from '@theme/ParamsList';
import type { ReactNode } from 'react';
import { useOperation } from '../../client/app/page-context.tsx';
import type { ParameterModel } from '../../model/request/parameter.ts';

/** What common parameters are for, in display order. */
const USES = ['pagination', 'search', 'sorting', 'other'] as const;

export interface Props {
  readonly parameters: readonly ParameterModel[];
  /** Anchor of the section. */
  readonly id: string;
}

/**
 * The parameters of a location: those that many operations have are a part of their own, so that they do not get lost
 * among the others. Without any, all of them are a list, in their order of display.
 */
export default function ParamsParts({ parameters, id }: Props): ReactNode {
  const title = useTitle(parameters);
  const common = USES.flatMap((use) => parameters.filter((one) => one.common === use));
  const own = parameters.filter((one) => !one.common);
  if (common.length === 0) return <ParamsList parameters={parameters} />;
  const required = own.filter((one) => one.required);
  const others = own.filter((one) => !one.required);
  return (
    <>
      {required.length > 0 && <ParamsList parameters={required} />}
      {own.length > 0 && (
        <Heading as="h3" id={`${id}-common`}>
          {title}
        </Heading>
      )}
      <AboutPagination parameters={common} />
      <ParamsList parameters={common} />
      {others.length > 0 && (
        <>
          <Heading as="h3" id={`${id}-other`}>
            {translate({ id: 'ref.otherParameters', message: 'Other parameters' })}
          </Heading>
          <ParamsList parameters={others} />
        </>
      )}
    </>
  );
}

/** `Pagination, search, and sorting`: what the common parameters are for. */
function useTitle(parameters: Props['parameters']): string {
  const { i18n } = useDocusaurusContext();
  const names = {
    pagination: translate({ id: 'ref.parametersOf.pagination', message: 'pagination' }),
    search: translate({ id: 'ref.parametersOf.search', message: 'search' }),
    sorting: translate({ id: 'ref.parametersOf.sorting', message: 'sorting' }),
    other: '',
  };
  const uses = new Set(parameters.flatMap(({ common }) => common ?? []));
  if (uses.has('other'))
    return translate({ id: 'ref.commonParameters', message: 'Common parameters' });
  const words = USES.filter((use) => uses.has(use));
  const list = new Intl.ListFormat(i18n.currentLocale).format(words.map((use) => names[use]));
  return list.charAt(0).toLocaleUpperCase(i18n.currentLocale) + list.slice(1);
}

/** A link to what the introduction says about pages of lists. */
function AboutPagination({ parameters }: Pick<Props, 'parameters'>): ReactNode {
  const href = useOperation()?.infoLinks.pagination;
  return (
    href !== undefined &&
    parameters.some(({ common }) => common === 'pagination') && (
      <p className="ref-quiet">
        <Link to={href}>
          {translate({ id: 'ref.aboutPagination', message: 'About pagination' })}
        </Link>
      </p>
    )
  );
}
