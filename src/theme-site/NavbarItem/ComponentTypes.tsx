import LanguageLinks from '@theme/LanguageLinks';
import ComponentTypes from '@theme-init/NavbarItem/ComponentTypes';

/** Docusaurus' navbar items, and ours. */
export default { ...ComponentTypes, 'custom-languages': LanguageLinks };
