import { App as AntApp, ConfigProvider } from 'antd';
import english from 'antd/locale/en_US';
import chinese from 'antd/locale/zh_CN';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './shared/tokens.css';
import { signInFirstVisitor } from './features/demo/first-visitor';
import { createDeskRouter } from './routes/desk/router';
import { theme } from './routes/desk/theme';
import { currentLanguage, startLanguage } from './shared/language';
import { createQueries } from './shared/queries';
import { signInByLink } from './shared/session';
import { wantsStillness } from './shared/wants-stillness';

startLanguage();
await signInByLink();
await signInFirstVisitor();

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <ConfigProvider
      locale={currentLanguage() === 'en' ? english : chinese}
      theme={{ ...theme, token: { ...theme.token, motion: !wantsStillness() } }}
      button={{ autoInsertSpace: false }}
    >
      <AntApp>
        <QueryClientProvider client={createQueries()}>
          <RouterProvider router={createDeskRouter()} />
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  </StrictMode>,
);
