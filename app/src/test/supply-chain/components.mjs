// What the delivered programs and their build are made of.
import { readFileSync } from 'node:fs';

/**
 * The libraries of a CycloneDX document.
 * @returns {{ecosystem: string, name: string, version: string, licence: string}[]}
 */
export function ofBom(file) {
  const bom = JSON.parse(readFileSync(file, 'utf8'));
  return bom.components.map((component) => ({
    ecosystem: 'Maven',
    name: `${component.group}:${component.name}`,
    version: component.version,
    licence: (component.licenses ?? [])
      .map(({ license, expression }) => expression ?? license.id ?? license.name)
      .join(' OR '),
  }));
}

/** The packages of an npm lock file, those of the build included. */
export function ofLock(file) {
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  return Object.entries(lock.packages)
    .filter(([path, entry]) => path.includes('node_modules/') && !entry.link)
    .map(([path, entry]) => ({
      ecosystem: 'npm',
      name: path.replace(/^.*node_modules\//, ''),
      version: entry.version,
      licence: entry.license ?? '',
    }));
}
