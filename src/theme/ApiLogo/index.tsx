import useBaseUrl from '@docusaurus/useBaseUrl';
import ThemedImage from '@theme/ThemedImage';
import type { ReactNode } from 'react';

interface Image {
  readonly url?: string;
  readonly altText?: string;
}

/** Props of a stock page: `x-logo` and `x-dark-logo` of the document. */
export interface Props {
  readonly logo?: Image;
  readonly darkLogo?: Image;
}

/** The logo of an API. */
export default function ApiLogo({ logo, darkLogo }: Props): ReactNode {
  const light = useBaseUrl(logo?.url ?? darkLogo?.url);
  const dark = useBaseUrl(darkLogo?.url ?? logo?.url);
  return <ThemedImage alt={logo?.altText ?? darkLogo?.altText} sources={{ light, dark }} />;
}
