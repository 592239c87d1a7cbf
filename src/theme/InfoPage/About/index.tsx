import { translate } from '@docusaurus/Translate';
import Heading from '@theme/Heading';
import Facts, { type Props as FactsProps } from '@theme/InfoPage/Facts';
import type { ReactNode } from 'react';
import { asObject, asString } from '../../../json/guards.ts';
import type { Info } from '../../../openapi/types.ts';

export interface Props {
  readonly info: Info;
  readonly self?: string;
  readonly dialect?: string;
}

/** Contact, license and terms, OpenAPI 3.1 sections 4.8.2 to 4.8.4. */
export default function About({ info, self, dialect }: Props): ReactNode {
  const contact = asObject(info.contact);
  const license = asObject(info.license);
  const email = asString(contact.email);
  const url = asString(contact.url);
  const name = asString(contact.name);
  const terms = asString(info.termsOfService);
  const identifier = asString(license.identifier);
  const licenseUrl = asString(license.url);
  const licenseName = asString(license.name) ?? identifier;
  const rows: [label: string, value: string | undefined, href: string | undefined][] = [
    [translate({ id: 'site.contact', message: 'Contact' }), name ?? url, url],
    [translate({ id: 'site.email', message: 'Email' }), email, email && `mailto:${email}`],
    [translate({ id: 'site.license', message: 'License' }), licenseName, licenseUrl],
    [
      translate({ id: 'site.licenseIdentifier', message: 'SPDX identifier' }),
      identifier,
      undefined,
    ],
    [translate({ id: 'site.terms', message: 'Terms of service' }), terms, terms],
    [translate({ id: 'site.self', message: 'Document' }), self, self],
    [translate({ id: 'site.dialect', message: 'Schema dialect' }), dialect, dialect],
  ];
  const facts: FactsProps['facts'] = rows.flatMap(([label, value, href]) =>
    value ? [href ? { label, value, href } : { label, value }] : [],
  );
  return (
    facts.length > 0 && (
      <>
        <Heading as="h2" id="about">
          {translate({ id: 'site.about', message: 'Contact and license' })}
        </Heading>
        <Facts facts={facts} />
      </>
    )
  );
}
