import { defineConfig } from 'vitest/config';

/** The server that `npm run dev` works with: one that runs on the default port. */
const target = 'http://127.0.0.1:8001';

export default defineConfig({
  // Relative, so that the page works below whatever path it is served at.
  base: './',
  server: {
    proxy: {
      '/session_info': { target },
      '/attribute-ui': { target },
      '/settings.json': { target, rewrite: (path) => `/connect-ui${path}` },
    },
  },
  build: {
    // Where Maven takes the jar's content from; the server serves webroot/connect-ui at /connect-ui/.
    outDir: 'target/classes/webroot/connect-ui',
    emptyOutDir: true,
    // The content security policy allows no inlined assets except images.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // amazon-connect-streams is one piece of 730 kB.
    chunkSizeWarningLimit: 900,
  },
  test: {
    include: ['src/**/*.test.ts'],
    // Generous, for a machine that builds other modules meanwhile.
    testTimeout: 60_000,
  },
});
