import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Checks a page as it stands against WCAG 2.2 AA, and that nothing sticks out sideways. What it frames is its own matter. */
export async function assertAccessible(page) {
  await appeared(page);
  // Evaluated by the debugger: the page's own policy would rightly not let it in.
  await page.evaluate(AXE);
  const violations = await page.evaluate(async (tags) => {
    const rules = { 'target-size': { enabled: true } };
    const options = { runOnly: tags, rules, resultTypes: ['violations'], iframes: false };
    const found = await window.axe.run(document, options);
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }, WCAG);
  assert.deepEqual(violations, []);
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  assert.ok(tooWide <= 0, `${tooWide} pixels stick out`);
}

/** Half-faded text has too little contrast, but only for a moment: waits for every animation that ends. */
function appeared(page) {
  return page.evaluate(() => {
    const ending = document.getAnimations().filter(({ effect }) => Number.isFinite(effect.getComputedTiming().endTime));
    return Promise.all(ending.map(({ finished }) => finished.catch(() => {}))).then(() => {});
  });
}
