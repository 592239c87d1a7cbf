import type { ReactNode } from 'react';
import { CARDS } from './api-cards.ts';
import { KeptPart } from './kept-part.tsx';

/** In the browser: keeps the cards of APIs that the server rendered. There may be thousands. */
export default function ApiCards(): ReactNode {
  return <KeptPart part={CARDS} />;
}
