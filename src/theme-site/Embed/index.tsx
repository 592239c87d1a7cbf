import EmbedEndpoint from '@theme/Embed/Endpoint';
import EmbedOperation from '@theme/Embed/Operation';
import EmbedSchema from '@theme/Embed/Schema';
import type { ReactNode } from 'react';
import { usePage } from '../../client/app/page-context.tsx';

export interface Props {
  readonly as: 'endpoint' | 'operation' | 'schema';
}

/** A part of the reference in a guide. */
export default function Embed({ as }: Props): ReactNode {
  const page = usePage();
  if (page.kind === 'schema') return <EmbedSchema page={page} />;
  if (page.kind === 'operation' || page.kind === 'webhook')
    return as === 'endpoint' ? (
      <EmbedEndpoint operation={page} />
    ) : (
      <EmbedOperation operation={page} />
    );
  return null;
}
