import CredentialsItem from '@theme/CredentialsItem';
import LanguageLinks from '@theme/LanguageLinks';
import ComponentTypes from '@theme-init/NavbarItem/ComponentTypes';

/**
 * Docusaurus' navbar items, and ours: for the credentials of an API, and for the languages of a site. In a clone, this
 * folder is the site's own theme, whose file replaces that of any other.
 */
export default {
  ...ComponentTypes,
  'custom-credentials': CredentialsItem,
  'custom-languages': LanguageLinks,
};
