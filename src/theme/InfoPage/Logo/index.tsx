import ExternalLink from '@theme/ExternalLink';
import type { ReactNode } from 'react';
import type { InfoPageModel } from '../../../model/page/page.ts';

export interface Props {
  readonly logo: InfoPageModel['logo'];
}

/** In pixels; set in the HTML, so that nothing shifts when the image loads. */
const HEIGHT = 64;

/** The logo of an API. */
export default function Logo({ logo }: Props): ReactNode {
  if (!logo) return null;
  const image = <img src={logo.url} alt={logo.alt} height={HEIGHT} />;
  return <p>{logo.href ? <ExternalLink href={logo.href}>{image}</ExternalLink> : image}</p>;
}
