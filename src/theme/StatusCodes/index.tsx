import Link from '@docusaurus/Link';
import Translate, { translate } from '@docusaurus/Translate';
import StockPart from '@reference/stock';
import Heading from '@theme/Heading';
import Responses from '@theme/Responses';
import ToggleAll from '@theme/ToggleAll';
import type { ReactNode } from 'react';
import { useOperation } from '../../client/app/page-context.tsx';
import { useCallbackName } from '../../client/stock/context.ts';

/** On a stock page. */
export interface Props {
  readonly id?: string;
  readonly label?: string;
  /** The Responses Object, dereferenced. */
  readonly responses?: unknown;
}

/** The operation's responses, OpenAPI 3.1 section 4.8.16. */
export default function StatusCodes(props: Props): ReactNode {
  const operation = useOperation();
  const callback = useCallbackName();
  if (!operation) {
    const { responses, ...rest } = props;
    return (
      <StockPart name="StatusCodes" given={props}>
        <StatusCodes {...rest} />
      </StockPart>
    );
  }
  const { responses, infoLinks } = operation;
  const { errors } = infoLinks;
  // Those of errors are not why readers come.
  const hasRequired = responses.some(
    ({ tone, content }) =>
      tone !== 'error' &&
      content.some(({ schema }) => schema?.properties.some(({ required }) => required)),
  );
  if (responses.length === 0) return null;
  const id = props.id ?? 'responses';
  return (
    <section data-section className="ref-wide">
      <div className="ref-title">
        <Heading as={callback ? 'h3' : 'h2'} id={callback ? `${callback}-${id}` : id}>
          {props.label ?? translate({ id: 'ref.responses', message: 'Responses' })}
        </Heading>
        {errors && responses.some(({ tone }) => tone === 'error') && (
          <Link to={errors}>{translate({ id: 'ref.aboutErrors', message: 'About errors' })}</Link>
        )}
        <ToggleAll />
      </div>
      {operation.kind === 'webhook' && (
        <p className="ref-quiet">
          <Translate id="ref.webhookResponses">What your server returns.</Translate>
        </p>
      )}
      {hasRequired && (
        <p className="ref-quiet">
          <Translate id="ref.requiredReceived">Required fields are always present.</Translate>
        </p>
      )}
      <Responses responses={responses} />
    </section>
  );
}
