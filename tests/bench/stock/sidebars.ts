import fs from 'node:fs';
import path from 'node:path';
import type { SidebarsConfig } from '@docusaurus/plugin-content-docs';

// The upstream plugin writes it; there is none before its first run.
const file = path.join(__dirname, 'docs/api/sidebar.ts');
const sidebars: SidebarsConfig = { api: fs.existsSync(file) ? require(file).default : [] };

export default sidebars;
