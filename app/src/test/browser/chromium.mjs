import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

/** Where it is unpacked: not where another version of it, or another user's, may be left over. */
const HOME = fileURLToPath(new URL('../../../target/chromium', import.meta.url));

/**
 * What the packed Chromium is started with by default for a cloud function, and what would make it another browser than
 * an agent's: one process for everything, or no checks between origins.
 */
const UNWANTED = [
  '--single-process',
  '--no-zygote',
  '--disable-web-security',
  '--disable-site-isolation-trials',
  '--allow-running-insecure-content',
];

/**
 * Starts the Chromium that comes as an npm package: no browser is needed on the machine. The package is for Linux on
 * x86-64; elsewhere TELEPHONY_CHROMIUM names a Chromium to take instead.
 */
export async function launch() {
  const own = process.env.TELEPHONY_CHROMIUM;
  if (own) return chromium.launch({ executablePath: own });
  const { args, executablePath } = await unpacked();
  const wanted = args.filter((arg) => !UNWANTED.includes(arg) && !arg.startsWith('--disable-features'));
  return chromium.launch({ args: wanted, executablePath, env: environment(executablePath), headless: true });
}

/** The package unpacks to the temporary directory, and its libraries only where it takes the machine for AWS Lambda. */
async function unpacked() {
  mkdirSync(HOME, { recursive: true });
  const { TMPDIR, AWS_EXECUTION_ENV, LD_LIBRARY_PATH, FONTCONFIG_PATH } = process.env;
  Object.assign(process.env, { TMPDIR: HOME, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' });
  try {
    const { default: packed } = await import('@sparticuz/chromium');
    return { args: packed.args, executablePath: await packed.executablePath() };
  } finally {
    restore({ TMPDIR, AWS_EXECUTION_ENV, LD_LIBRARY_PATH, FONTCONFIG_PATH });
  }
}

function restore(variables) {
  for (const [name, value] of Object.entries(variables)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}

/** With the packed libraries and fonts only on a machine that lacks its own. */
function environment(executablePath) {
  const runs = spawnSync(executablePath, ['--version']).status === 0;
  return {
    ...process.env,
    ...(!runs && { LD_LIBRARY_PATH: path.join(HOME, 'al2023', 'lib') }),
    ...(!existsSync('/etc/fonts/fonts.conf') && { FONTCONFIG_PATH: path.join(HOME, 'fonts') }),
  };
}
