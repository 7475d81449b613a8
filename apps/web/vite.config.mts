import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Two pages, so that a phone never loads the desk. */
export default defineConfig({
  root: at('.'),
  plugins: [react()],
  resolve: {
    alias: [
      { find: '@yihu/api-contract/browser', replacement: at('../../libs/api-contract/src/browser.ts') },
      { find: '@yihu/api-contract/language', replacement: at('../../libs/api-contract/src/language') },
      { find: '@yihu/domain/attestation', replacement: at('../../libs/domain/src/attestation.ts') },
      { find: '@yihu/domain', replacement: at('../../libs/domain/src/index.ts') },
      { find: '@yihu/workflow', replacement: at('../../libs/workflow/src/index.ts') },
    ],
  },
  build: {
    outDir: at('../../dist/apps/web'),
    emptyOutDir: true,
    manifest: true,
    // The floor is the browsers of office machines, which lag behind by years.
    target: 'chrome100',
    rollupOptions: {
      input: { desk: at('index.html'), phone: at('m.html') },
      // Importing a pure lib does nothing by itself: what a page does not use of it is not in the page.
      treeshake: { moduleSideEffects: (id: string) => !/[\\/]libs[\\/](domain|workflow)[\\/]/.test(id) },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
