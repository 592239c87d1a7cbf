import { createElement, Fragment, type ReactNode } from 'react';

/**
 * What our components take from Docusaurus, as far as static HTML shows it, so that pages can be drawn
 * without a build. vitest.config.mts puts these in its place.
 */
type Values = Readonly<Record<string, ReactNode>>;

function interpolated(message: string, values: Values = {}): ReactNode[] {
  return message.split(/(\{\w+\})/).map((part) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    return name !== undefined && Object.hasOwn(values, name) ? values[name] : part;
  });
}

type Texts = (id: string) => string | undefined;

let texts: Texts = () => undefined;

/** Draws what follows with other texts, by their ids; those that are undefined stay English. */
export function setTexts(other: Texts): void {
  texts = other;
}

interface Text {
  readonly id: string;
  readonly message: string;
}

/** `@docusaurus/Translate`. */
export function translate({ id, message }: Text, values?: Values): string {
  return interpolated(texts(id) ?? message, values).join('');
}

/** `@docusaurus/Translate`. */
export function Translate({
  id,
  children,
  values,
}: {
  id: string;
  children: string;
  values?: Values;
}): ReactNode {
  return createElement(Fragment, null, ...interpolated(texts(id) ?? children, values));
}

/** `@docusaurus/Link`. */
export function Link({
  to,
  children,
  'aria-current': current,
}: {
  to: string;
  children: ReactNode;
  'aria-current'?: 'page';
}): ReactNode {
  return (
    <a href={to} aria-current={current}>
      {children}
    </a>
  );
}

/** `@theme/Heading`. */
export function Heading({
  as: Tag,
  id,
  children,
}: {
  as: 'h1' | 'h2' | 'h3';
  id?: string;
  children: ReactNode;
}): ReactNode {
  return <Tag id={id}>{children}</Tag>;
}

/** `@theme/TabItem`: our tabs read its props and never draw it. */
export function TabItem({ children }: { children: ReactNode }): ReactNode {
  return children;
}

/** `@docusaurus/useBaseUrl`. */
export function useBaseUrl(address: string): string {
  return address;
}

/** `@reference/page-guides`: no guide refers to a page. */
export function usePageGuides() {
  return [];
}

/** `@docusaurus/useBrokenLinks`. */
export function useBrokenLinks() {
  return { collectAnchor: () => {}, collectLink: () => {} };
}

/** `@docusaurus/useDocusaurusContext`. */
export function useDocusaurusContext() {
  return {
    i18n: { currentLocale: 'en', defaultLocale: 'en', localeConfigs: { en: { baseUrl: '/' } } },
    siteConfig: { baseUrl: '/', url: 'https://docs.test', trailingSlash: true },
  };
}

/** `@theme/ThemedImage`. */
export function ThemedImage({ alt, sources }: { alt?: string; sources: Values }): ReactNode {
  return Object.entries(sources).map(([mode, src]) => (
    <img key={mode} src={String(src)} alt={alt} />
  ));
}

/** A page of Docusaurus' docs. */
interface Doc {
  readonly metadata: {
    readonly source: string;
    readonly title: string;
    readonly permalink?: string;
  };
  readonly frontMatter: object;
}

let current: Doc | undefined;

/** What follows is drawn as part of a page, or of none. */
export function setDoc(doc: Doc | undefined): void {
  current = doc;
}

/** `@docusaurus/plugin-content-docs/client`. */
export function useDoc(): Doc {
  if (!current) throw new Error('not a page of the docs');
  return current;
}
