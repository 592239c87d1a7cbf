import ExternalLink from '@theme/ExternalLink';
import type { ReactNode } from 'react';
import type { InfoPageModel } from '../../../model/page/page.ts';

export interface Props {
  readonly logo: InfoPageModel['logo'];
}

/** In pixels; said in the page, so that nothing moves when the picture comes. */
const HEIGHT = 64;

/** The picture that an API goes by. */
export default function Logo({ logo }: Props): ReactNode {
  if (!logo) {
    return null;
  }
  const image = <img src={logo.url} alt={logo.alt} height={HEIGHT} />;
  return <p>{logo.href ? <ExternalLink href={logo.href}>{image}</ExternalLink> : image}</p>;
}
