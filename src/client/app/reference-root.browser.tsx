import { KeptPart } from './kept-part.tsx';
import { partOf, type ReferenceRootProps } from './reference-root.ts';

/** In the browser: keeps the server's HTML. */
export default function ReferenceRoot(props: ReferenceRootProps) {
  return <KeptPart part={partOf(props)} className={props.className} />;
}
