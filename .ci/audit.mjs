// `npm audit` with the given arguments. Fails on findings; where the registry does not answer, as that of a
// company or a mirror may not, it says that nothing was checked, and does not fail.
import { spawnSync } from 'node:child_process';

const args = ['audit', ...process.argv.slice(2)];
const command = `npm ${args.join(' ')}`;
const { status, stdout, stderr } = spawnSync('npm', [...args, '--json'], {
  encoding: 'utf8',
  maxBuffer: 2 ** 28,
});

/** What `--json` prints in the place of a report. */
const failure = () => {
  try {
    const { statusCode, message, error } = JSON.parse(stdout);
    return error && { code: String(statusCode ?? error.code), reason: message || error.summary };
  } catch {
    return { code: 'none', reason: stderr || stdout };
  }
};

/** Of HTTP and of the network, as npm has them: no such address here, no way to it, or a fault behind it. */
const UNANSWERED =
  /^E?(?:404|405|501|502|503|504)$|^(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH)$/;

if (status === 0) {
  console.log(`${command}: nothing found`);
} else {
  const { code, reason } = failure() ?? {};
  if (UNANSWERED.test(code ?? '')) {
    console.log(`::warning::${command}: not checked, the registry does not answer (${code})`);
  } else {
    console.log(reason ?? stdout);
    console.log(`::error::${command}: ${reason ? 'could not run' : 'findings, see above'}`);
    process.exitCode = 1;
  }
}
