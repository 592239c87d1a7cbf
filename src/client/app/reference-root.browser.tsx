import { KeptPart } from './kept-part.tsx';
import { partOf, type ReferenceRootProps } from './reference-root.ts';

/** In the browser: keeps the server's HTML. */
export default function ReferenceRoot(props: ReferenceRootProps) {
  const { className, embed } = props;
  return <KeptPart part={partOf(props)} className={className} isPage={embed === undefined} />;
}
