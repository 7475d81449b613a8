import type { TimelineItem } from '@yihu/api-contract';
import { useTranslation } from 'react-i18next';
import { JobCard } from '../../components/job-card';
import { shortDayOf } from '../../shared/format';
import styles from './supervise-card.module.css';
import { useCaseEvents } from './use-case';

const RETURNS: readonly string[] = ['PlanReturned', 'FilingReturned', 'RectificationOrdered'];

/** Offices from the village to the bank, by the role that acted. */
const LANES: readonly (readonly [lane: string, roles: readonly string[]])[] = [
  ['village', ['village-cadre']],
  ['town', ['town-cadre', 'town-leader']],
  ['district', ['bureau']],
  ['finance', ['town-finance']],
];

interface Props {
  readonly caseId: string;
  readonly who: string;
  readonly townName: string;
  /** The page of a step of the case's history. */
  readonly hrefOf: (revision: number | undefined) => string;
}

/** The history of a case that went back and came again, parked at the step at which it went back. */
export function SuperviseCard({ caseId, who, townName, hrefOf }: Props) {
  const { t } = useTranslation();
  const { data: events = [] } = useCaseEvents(caseId, 0);
  const returns = events.filter(({ type }) => RETURNS.includes(type));
  return (
    <JobCard
      icon="eye"
      title={t('visit.supervise.title')}
      who={who}
      figures={[
        { value: events.length, words: t('visit.supervise.steps') },
        {
          value: returns.length,
          words: t('visit.supervise.returns'),
          ...(returns.length > 0 && { tone: 'returned' as const }),
        },
      ]}
      preview={<Ruler events={events} parked={returns[0]} />}
      says={t('visit.supervise.says', { town: townName })}
      href={hrefOf(returns[0]?.revision)}
      button={t('visit.supervise.button')}
    />
  );
}

interface RulerProps {
  readonly events: readonly TimelineItem[];
  readonly parked: TimelineItem | undefined;
}

const WIDTH = 240;
const LANE_HEIGHT = 27;

/** The steps as dots by time, a lane for each office. */
function Ruler({ events, parked }: RulerProps) {
  const { t } = useTranslation();
  const times = events.map(({ recordedAt }) => Date.parse(recordedAt));
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const xOf = (item: TimelineItem) =>
    44 + ((Date.parse(item.recordedAt) - first) / Math.max(1, last - first)) * (WIDTH - 56);
  const yOf = (item: TimelineItem) =>
    14 +
    Math.max(
      0,
      LANES.findIndex(([, roles]) => roles.includes(item.role)),
    ) *
      LANE_HEIGHT;
  return (
    <svg
      className={styles['ruler']}
      viewBox={`0 0 ${WIDTH} ${LANES.length * LANE_HEIGHT + 14}`}
      role="img"
      aria-label={t('visit.supervise.ruler', { count: events.length })}
    >
      {LANES.map(([lane], index) => (
        <g key={lane}>
          <text x={0} y={18 + index * LANE_HEIGHT}>
            {t(`visit.supervise.lanes.${lane}`)}
          </text>
          <line x1={38} x2={WIDTH} y1={14 + index * LANE_HEIGHT} y2={14 + index * LANE_HEIGHT} />
        </g>
      ))}
      {events.map((item) => (
        <circle key={item.id} cx={xOf(item)} cy={yOf(item)} r={4} />
      ))}
      {parked && (
        <g className={styles['parked']}>
          <line x1={xOf(parked)} x2={xOf(parked)} y1={2} y2={LANES.length * LANE_HEIGHT} />
          <circle cx={xOf(parked)} cy={yOf(parked)} r={6} />
          <text x={Math.min(xOf(parked) - 14, WIDTH - 34)} y={LANES.length * LANE_HEIGHT + 12}>
            {shortDayOf(parked.recordedAt)}
          </text>
        </g>
      )}
    </svg>
  );
}
