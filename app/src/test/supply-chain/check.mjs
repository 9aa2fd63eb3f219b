// Checks the licences of everything that is delivered or builds, and what is known of their vulnerabilities.
// usage: node check.mjs [directory of osv.dev's records]
import { spawnSync } from 'node:child_process';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { affecting, read } from './advisories.mjs';
import { ofBom, ofLock } from './components.mjs';
import { isFine } from './licences.mjs';

const app = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const pages = ['../attribute-ui', '../connect-ui', 'src/test/browser'].map((page) => resolve(app, page));
const components = [
  ...ofBom(resolve(app, 'target/bom.json')),
  ...pages.flatMap((page) => ofLock(resolve(page, 'package-lock.json'))),
];

const problems = components
  .filter((component) => !isFine(component.licence))
  .map(({ name, version, licence }) => `${name} ${version}: licence ${licence || 'unknown'}`);

const directory = process.argv[2];
if (directory) {
  const records = read(directory);
  for (const component of components) {
    for (const { id, summary = '' } of affecting(component, records)) {
      problems.push(`${component.name} ${component.version}: ${id} ${summary}`);
    }
  }
  console.log(`Compared ${components.length} components with ${records.length} advisories.`);
} else {
  console.log('No copy of the advisories was given (-Dadvisories=DIRECTORY); only the npm registry is asked.');
  for (const page of pages) {
    audit(page);
  }
}

console.log(`${components.length} components have a licence that is looked at, ${problems.length} problems.`);
problems.forEach((problem) => console.error(problem));
process.exitCode = problems.length > 0 ? 1 : 0;

/** Asks the registry; a registry that can't be asked is no problem of the component. */
function audit(page) {
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { cwd: page, encoding: 'utf8' });
  try {
    const { vulnerabilities } = JSON.parse(stdout);
    Object.values(vulnerabilities).forEach(({ name, severity }) => problems.push(`${name}: ${severity} (npm audit)`));
  } catch {
    console.log(`The npm registry was not to be asked about ${page}.`);
  }
}
