// Starts the console: texts first, then the page. Everything that libraries add to the page carries the page's nonce.
import '../ui/styles.ts';
import { setNonce } from 'get-nonce';
import { createRoot } from 'react-dom/client';
import { startI18n } from '../i18n/i18n.ts';
import { nonce } from '../lib/nonce.ts';
import { App } from './app.tsx';
import './pages.tsx';

setNonce(nonce);
const place = document.getElementById('root');
if (!place) throw new Error('The page has no place for the console.');
await startI18n();
createRoot(place).render(<App />);
