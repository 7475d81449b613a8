import type { NoticeListItem } from '@yihu/api-contract';
import { useTranslation } from 'react-i18next';
import { Chip, type ChipTone } from '../../components/chip';
import type { IconName } from '../../components/icon';
import { daysOf, shownPosting, standingOf, type Standing } from './hanging';

const LOOKS: Readonly<Record<Standing, readonly [ChipTone, IconName]>> = {
  nothing: ['idle', 'dash'],
  'to-post': ['remark', 'flag'],
  hanging: ['running', 'running'],
  interrupted: ['returned', 'warning'],
  complete: ['done', 'approved'],
  sent: ['running', 'camera'],
  received: ['done', 'approved'],
};

interface Props {
  readonly notice: NoticeListItem;
  readonly today: string;
}

/** How far a notice has come. */
export function NoticeStatus({ notice, today }: Props) {
  const { t } = useTranslation();
  const standing = standingOf(notice);
  const [tone, icon] = LOOKS[standing];
  const posting = shownPosting(notice.postings);
  return (
    <Chip tone={tone} icon={icon}>
      {t(`notice.standing.${standing}`, {
        count: notice.postableCount,
        counted: posting ? daysOf(posting, today).counted : 0,
        days: posting?.days ?? 0,
      })}
    </Chip>
  );
}
