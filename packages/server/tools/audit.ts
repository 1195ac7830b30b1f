// `npm run audit`: fails on a known weakness, high or critical, of what is installed with Signpost. Where the registry has no
// such list, or cannot be reached, it says so and passes: an installation behind a mirror must not fail for that.
import { spawnSync } from 'node:child_process';

interface Report {
  readonly error?: unknown;
  readonly metadata?: { readonly vulnerabilities: Readonly<Record<string, number>> };
}

const { stdout, stderr, status } = spawnSync('npm', ['audit', '--omit=dev', '--audit-level=high', '--json'], {
  encoding: 'utf8',
  shell: process.platform === 'win32',
});
const report = parse(stdout);
if (report?.metadata === undefined) {
  console.log('Skipped: the registry did not say what weaknesses are known. Nothing was checked.');
  if (process.argv.includes('--strict')) process.exitCode = 1;
  else if (report === null && stderr !== '') console.log(stderr.split('\n')[0]);
} else {
  console.log(`Known weaknesses: ${JSON.stringify(report.metadata.vulnerabilities)}`);
  if (status !== 0) process.exitCode = 1;
}

function parse(text: string): Report | null {
  try {
    return JSON.parse(text) as Report;
  } catch {
    return null;
  }
}
