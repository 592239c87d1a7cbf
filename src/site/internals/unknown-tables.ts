/** A new version of Docusaurus generates tables that we do not know. */
export class UnknownTables extends Error {}
