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

/** The server that `npm run dev` works with: one that runs on the default port. */
const target = 'http://127.0.0.1:8001';

export default defineConfig({
  // Relative, so that the page works below whatever path it is served at.
  base: './',
  plugins: [react(), withoutDisplayNames],
  server: {
    proxy: {
      '/session_info': { target },
      '/settings.json': { target, rewrite: (path) => `/attribute-ui${path}` },
    },
  },
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
