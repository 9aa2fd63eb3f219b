// Known vulnerabilities, from a copy of the database of osv.dev (https://ossf.github.io/osv-schema/).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The records in a directory: the unpacked `all.zip` of the ecosystems Maven and npm, in any depth. */
export function read(directory) {
  return readdirSync(directory, { recursive: true })
    .filter((file) => file.endsWith('.json'))
    .map((file) => JSON.parse(readFileSync(join(directory, file), 'utf8')))
    .filter((record) => !record.withdrawn);
}

/** The records that a component is affected by. */
export function affecting(component, records) {
  return records.filter((record) =>
    (record.affected ?? []).some(
      (affected) =>
        affected.package?.ecosystem === component.ecosystem &&
        affected.package.name === component.name &&
        covers(affected, component.version),
    ),
  );
}

function covers({ versions = [], ranges = [] }, version) {
  return versions.includes(version) || ranges.some((range) => range.type !== 'GIT' && within(range.events, version));
}

/** Events are in order: from `introduced` on, until before `fixed` or up to `last_affected`. */
function within(events, version) {
  let inside = false;
  for (const { introduced, fixed, last_affected: last } of events) {
    if (introduced !== undefined && compare(version, introduced) >= 0) {
      inside = true;
    }
    if ((fixed !== undefined && compare(version, fixed) >= 0) || (last !== undefined && compare(version, last) > 0)) {
      inside = false;
    }
  }
  return inside;
}

/** Numbers by value, words before numbers (`2.0-rc1` before `2.0`), missing parts as 0. */
function compare(left, right) {
  const [a, b] = [left, right].map((version) => version.split(/[.+-]/));
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const [x, y] = [weigh(a[i]), weigh(b[i])];
    const order = x.number - y.number || x.word.localeCompare(y.word);
    if (order !== 0) {
      return order;
    }
  }
  return 0;
}

/** Words that name a finished release weigh nothing. */
function weigh(part = '0') {
  if (/^\d+$/.test(part)) {
    return { number: Number(part), word: '' };
  }
  return /^(final|ga|release|jre\d*|android)$/i.test(part) ? { number: 0, word: '' } : { number: -1, word: part };
}
