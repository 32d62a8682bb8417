import { RendererProvider, createDOMRenderer } from '@fluentui/react-components';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import './base.css';
import { pageSettings } from './host/page-settings.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root.');
const { nonce, origins } = pageSettings(document);

// Fluent makes its styles at run time: under a strict content policy they count only with the page's nonce.
const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce } });
createRoot(root).render(<StrictMode><RendererProvider renderer={renderer} targetDocument={document}><App origins={origins} /></RendererProvider></StrictMode>);
