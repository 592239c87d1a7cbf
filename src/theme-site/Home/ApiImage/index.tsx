import useBaseUrl from '@docusaurus/useBaseUrl';
import type { ReactNode } from 'react';

export interface Props {
  /** Path without base URL. */
  readonly src: string;
}

/** In pixels; set in the HTML, so that nothing shifts when the image loads. */
const SIZE = 48;

/** The logo of an API; its name is beside it. */
export default function ApiImage({ src }: Props): ReactNode {
  return <img src={useBaseUrl(src)} alt="" width={SIZE} height={SIZE} />;
}
