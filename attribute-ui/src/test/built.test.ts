import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const PAGE = 'target/classes/webroot/attribute-ui';
const BUDGET = 130_000;

/** The page as `npm run build` left it. */
const files = readdirSync(PAGE, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => ({ name, content: readFileSync(join(parentPath, name)) }));

test('scripts and styles together stay below 130 kB, gzipped', () => {
  const weighed = files.filter(({ name }) => /\.(js|css)$/.test(name));
  expect(weighed.map(({ name }) => name.replace(/^.*\./, '')).sort()).toEqual(['css', 'js']);
  const size = weighed.reduce((sum, { content }) => sum + gzipSync(content).length, 0);
  expect(size).toBeLessThan(BUDGET);
});

test('the page keeps to its content security policy: nothing inline, nothing from elsewhere', () => {
  const html = files.find(({ name }) => name === 'index.html')?.content.toString() ?? '';
  expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc="\.\/)/);
  for (const [, address] of html.matchAll(/(?:src|href)="([^"]*)"/g)) {
    expect(address).toMatch(/^(\.\/assets\/[\w.-]+-[\w-]{8}\.(js|css)|data:,)$/);
  }
});
