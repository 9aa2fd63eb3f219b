import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Relative, so that the page works below whatever path it is served at.
  base: './',
  plugins: [react()],
  build: {
    // Where Maven takes the jar's content from; the server serves webroot/attribute-ui at /attribute-ui/.
    outDir: 'target/classes/webroot/attribute-ui',
    emptyOutDir: true,
    // The content security policy allows no inlined assets except images.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}'],
  },
});
