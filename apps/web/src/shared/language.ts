import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { roles as rolesInEnglish, stages as stagesInEnglish } from '@yihu/api-contract/language/en.json';
import { roles, stages } from '@yihu/api-contract/language/zh-CN.json';
import english from '../language/en.json';
import chinese from '../language/zh-CN.json';

const KEY = 'yihu.language';

export type WebLanguage = 'zh-CN' | 'en';

/** Starts the words. Chinese comes first; English is what a person switched to. */
export function startLanguage(): void {
  void i18next.use(initReactI18next).init({
    lng: keptLanguage(),
    fallbackLng: false,
    resources: {
      'zh-CN': { translation: { ...chinese, stages, roles } },
      en: { translation: { ...english, stages: stagesInEnglish, roles: rolesInEnglish } },
    },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  document.documentElement.lang = i18next.language;
}

export function currentLanguage(): WebLanguage {
  return i18next.language === 'en' ? 'en' : 'zh-CN';
}

/** Switches for good. The page is read anew, since the server's words change too. */
export function switchLanguage(language: WebLanguage): void {
  localStorage.setItem(KEY, language);
  location.reload();
}

function keptLanguage(): WebLanguage {
  return localStorage.getItem(KEY) === 'en' ? 'en' : 'zh-CN';
}
