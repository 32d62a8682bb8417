import { defineConfig } from 'vite';
import react from '@vitejs/plugin-react';

// Served at /tab by `bot/api/mount-tab.ts`; said outright, so that /tab without the slash finds its files too.
export default defineConfig({ base: '/tab/', plugins: [react()], build: { target: 'es2022', modulePreload: { polyfill: false } } });
