import LanguageLinks from '@theme/LanguageLinks';
import ComponentTypes from '@theme-original/NavbarItem/ComponentTypes';

/** Docusaurus' navbar items, and ours. */
export default { ...ComponentTypes, 'custom-languages': LanguageLinks };
