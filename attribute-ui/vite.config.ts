import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** The component library names its components for debuggers at its top level, which would keep all of them in the page. */
const withoutDisplayNames: Plugin = {
  name: 'without-display-names',
  apply: 'build',
  transform: {
    filter: { id: /@utrecht\/.*\.mjs$/ },
    handler: (code) => code.replace(/^\w+\.displayName = .*;$/gm, ''),
  },
};

export default defineConfig({
  // Relative, so that the page works below whatever path it is served at.
  base: './',
  plugins: [react(), withoutDisplayNames],
  build: {
    // Where Maven takes the jar's content from; the server serves webroot/attribute-ui at /attribute-ui/.
    outDir: 'target/classes/webroot/attribute-ui',
    emptyOutDir: true,
    // What agents' browsers are: the ones Amazon Connect supports, all of which know light-dark().
    target: ['chrome123', 'edge123', 'firefox121', 'safari17.5'],
    modulePreload: { polyfill: false },
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}'],
    // One worker and one document for all files: starting them is what takes the time.
    isolate: false,
    maxWorkers: 1,
    setupFiles: ['src/test/setup.ts'],
  },
});
