import { isSiteName, siteOf } from './sites.ts';

// Builds test sites, one after the other: `tsx tests/site/build-sites.ts small elsewhere`.
for (const name of process.argv.slice(2)) {
  if (!isSiteName(name)) throw new Error(`There is no test site "${name}".`);
  console.log(siteOf(name));
}
