/** A new version of Docusaurus generates something that this file does not know. */
export class UnknownTables extends Error {}
