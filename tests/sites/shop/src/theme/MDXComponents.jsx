import MDXComponents from '@theme-original/MDXComponents';
import Steep from '../components/Steep';

/** Components that all guides can use. */
export default { ...MDXComponents, Steep };
