import { defineConfig } from 'vite';
import react from '@vitejs/plugin-react';

// The whole page is one file from this machine; its size matters to nobody.
export default defineConfig({ plugins: [react()], build: { chunkSizeWarningLimit: 4_000 } });
