import sparticuz from '@sparticuz/chromium';
import { chromium } from 'playwright-core';

/**
 * What the packed Chromium is started with by default for a cloud function, and what would make it another browser than
 * an agent's: one process for everything, or no checks between origins.
 */
const unwanted = [
  '--single-process',
  '--no-zygote',
  '--disable-web-security',
  '--disable-site-isolation-trials',
  '--allow-running-insecure-content',
];

/** Starts the Chromium that comes as an npm package: no browser is needed on the machine. */
export async function launch() {
  const args = sparticuz.args.filter((arg) => !unwanted.includes(arg) && !arg.startsWith('--disable-features'));
  return chromium.launch({ args, executablePath: await sparticuz.executablePath(), headless: true });
}
