import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './shared/tokens.css';
import { startLanguage } from './shared/language';
import { createQueries } from './shared/queries';
import { signInByLink } from './shared/session';

startLanguage();
await signInByLink();

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={createQueries()}>
      <main />
    </QueryClientProvider>
  </StrictMode>,
);
