import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { ConfigProvider, reduceMotion } from 'antd-mobile';
import english from 'antd-mobile/es/locales/en-US';
import chinese from 'antd-mobile/es/locales/zh-CN';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './shared/tokens.css';
import './routes/phone/phone.css';
import { keepTextSize } from './features/session/phone/text-size';
import { renderFloating } from './routes/phone/render-floating';
import { createPhoneRouter } from './routes/phone/router';
import { currentLanguage, startLanguage } from './shared/language';
import { createQueries } from './shared/queries';
import { signInByLink } from './shared/session';
import { wantsStillness } from './shared/wants-stillness';

startLanguage();
keepTextSize();
renderFloating();
if (wantsStillness()) reduceMotion();
await signInByLink();

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <ConfigProvider locale={currentLanguage() === 'en' ? english : chinese}>
      <QueryClientProvider client={createQueries()}>
        <RouterProvider router={createPhoneRouter() as never} />
      </QueryClientProvider>
    </ConfigProvider>
  </StrictMode>,
);
