// Which licences this project, under the EUPL-1.2, may be delivered with.

/** By their SPDX identifiers, and by the names that some Maven projects give instead. */
const FINE = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'EPL-1.0',
  'EPL-2.0',
  'EUPL-1.2',
  'ISC',
  'LGPL-2.1-only',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'Zlib',
]);

/** Whether an SPDX expression leaves a choice that is fine; AND needs all of its parts, OR one. */
export function isFine(expression) {
  const text = expression.replace(/^\((.*)\)$/, '$1');
  return text.split(' OR ').some((choice) =>
    choice
      .replace(/^\((.*)\)$/, '$1')
      .split(' AND ')
      .every((licence) => FINE.has(licence.trim())),
  );
}
