// The build of the console. What it makes is served by the server; there is no other way in.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  // A style or image inside a script or a data: URL would need a wider policy.
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: 'manifest.json',
    assetsInlineLimit: 0,
    target: 'es2023',
    // light-dark() is left as it is: its replacement does not know how Mantine sets the scheme.
    cssTarget: ['chrome125', 'firefox125', 'safari17.5'],
    // What many pages share comes as one file: fifty small ones are a fifth larger, since each is compressed alone.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'shared', minShareCount: 9 }] } },
    },
  },
});
