import type { WorklistItem } from '@yihu/api-contract';
import { useTranslation } from 'react-i18next';

const RESOURCES = { case: 'cases', summary: 'summaries', payment: 'payments', notice: 'notices' } as const;

/** Says what a thing to do is called. Without its kind the first that has such a task is meant. */
export function useTaskWords(): (task: string, kind?: WorklistItem['kind']) => string {
  const { t } = useTranslation();
  return (task, kind) => {
    const resources = kind ? [RESOURCES[kind]] : Object.values(RESOURCES);
    return t(resources.map((resource) => `commands.${resource}.${task}`));
  };
}
