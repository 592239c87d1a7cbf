import { type Command, Option } from 'commander';
import type { DeployOptions } from './deploy-plan.ts';
import { percent, wholeNumber } from './option-values.ts';

const DEPLOY_HELP = `
The plan only names files. To carry it out:
  deploy-plan --last build.deploy/last.json --format rsync --target docs.example.com:/srv/docs/
  sh build.deploy/upload.sh && cp build.deploy/deployment.json build.deploy/last.json

The new manifest is written beside the site, not into it: what is inside would be published, and a host that still
has an old copy of it would make the next plan wrong. It says what is on the host only after the upload has
succeeded, so it is never written over the last one. If an upload failed, run the same script again; or, if the site
has changed since, plan with --all: files that seem unchanged may be those of the failed upload.

Steps: files that no page refers to yet, new pages, changed pages, entry points such as the sitemap, removals.
Hashed assets (assets/) that are no longer part of the site stay on the host for --keep-assets deployments, because
pages that are still open load them.

Exit codes: 0 there is a plan, 1 too much of the last site would be removed, 2 usage error, a manifest that cannot be
used, or no built site, 3 internal error.`;

/** The command `deploy-plan` with its options, without what it does. */
export function deployCommand(program: Command) {
  return program
    .command('deploy-plan')
    .description(
      'Lists what to upload and remove to publish a built site, in an order that never breaks a page. Uploads nothing.',
    )
    .option('--site <folder>', 'the built site', 'build')
    .option(
      '--last <file or URL>',
      'manifest of the last deployment (default: none, so that everything is new)',
    )
    .option(
      '--manifest <file>',
      'where to write the manifest of this deployment (default: deployment.json in --out-dir)',
    )
    .addOption(
      new Option('--format <format>', 'format of the plan on stdout; rsync and s3 are scripts')
        .choices(['text', 'json', 'rsync', 's3'] satisfies DeployOptions['format'][])
        .default('text'),
    )
    .option(
      '--target <place>',
      'for rsync and s3: where the site is published, such as host:/srv/docs/ or s3://bucket',
    )
    .option(
      '--out-dir <folder>',
      'where to write the manifest, and for rsync and s3 the script, upload.sh, with its lists (default: <site>.deploy)',
    )
    .option(
      '--keep-assets <deployments>',
      'how many further deployments hashed assets of earlier sites stay on the host',
      wholeNumber,
      3,
    )
    .option(
      '--max-removals <percent>',
      'how much of the last site may be removed, without counting hashed assets',
      percent,
      50,
    )
    .option(
      '--all',
      'upload files that have not changed, too: after an upload that failed, the host may have others',
    )
    .addHelpText('after', DEPLOY_HELP);
}
