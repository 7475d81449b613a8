import type { ProgrammeState } from '@yihu/domain';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf, shortDayOf, timeOf } from '../../shared/format';
import { deadlinePosts } from './deadlines';
import { LANES, type Step } from './replay';
import { noonOf, rulerScale, type RulerScale } from './ruler-scale';
import styles from './time-ruler.module.css';

interface Props {
  readonly steps: readonly Step[];
  readonly index: number;
  readonly deadlines: ProgrammeState['policies'][number]['policy']['deadlines'] | undefined;
  /** The office's clock (UTC). */
  readonly now: string | undefined;
  readonly onStep: (index: number) => void;
}

/** How much of a wide ruler the label of the parked step takes. */
const LABEL_SHARE = 0.11;

const share = (part: number) => `${(part * 100).toFixed(2)}%`;

/** When it happened: a lane for each office, idle stretches hatched, the programme's deadlines as posts. */
export function TimeRuler({ steps, index, deadlines, now, onStep }: Props) {
  const { t } = useTranslation();
  const posts = useMemo(() => deadlinePosts(deadlines), [deadlines]);
  const scale = useMemo(
    () =>
      rulerScale(
        steps.map(({ item }) => item.recordedAt),
        posts.map(({ day }) => day),
      ),
    [steps, posts],
  );
  const at = steps[index]!.item.recordedAt;
  const said = t('history.rulerSays', { step: index + 1, steps: steps.length, when: timeOf(at) });
  return (
    // What is drawn here stands in words in the list and in the slider.
    <figure className={styles['ruler']} aria-label={said}>
      <div className={styles['body']} aria-hidden="true">
        <div className={styles['names']}>
          {LANES.map((lane) => (
            <span key={lane}>{t(`history.lanes.${lane}`)}</span>
          ))}
        </div>
        <div className={styles['field']}>
          <Ground scale={scale} posts={posts.map(({ day }) => scale.at(noonOf(day)))} here={scale.at(at)} />
          {now !== undefined && scale.at(now) < 1 && (
            <div className={styles['today']} style={{ left: share(scale.at(now)) }}>
              <span>{t('history.today')}</span>
            </div>
          )}
          {posts.map(({ day }) => (
            <div key={day} className={styles['post']} style={{ left: share(scale.at(noonOf(day))) }}>
              <b>{day.slice(5)}</b>
            </div>
          ))}
          <Dots steps={steps} index={index} scale={scale} onStep={onStep} />
          <div className={styles['here']} style={{ left: share(scale.at(at)) }}>
            <b className={scale.at(at) > 0.8 ? styles['leftward'] : undefined}>
              {shortDayOf(at)} {timeOf(at).slice(-5)} {t(`facts.${steps[index]!.item.type}`)}
            </b>
          </div>
        </div>
      </div>
      <figcaption className={styles['legend']}>
        {posts.map(({ day, of }) => (
          <span key={day}>
            {t('history.due', {
              day: day.slice(5),
              what: of.map((each) => t(`history.deadlines.${each}`)).join(t('history.and')),
            })}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

interface GroundProps {
  readonly scale: RulerScale;
  readonly posts: readonly number[];
  readonly here: number;
}

function Ground({ scale, posts, here }: GroundProps) {
  const { t } = useTranslation();
  const isFree = (place: number) =>
    Math.abs(here - place) > LABEL_SHARE && posts.every((post) => Math.abs(post - place) > 0.05);
  return (
    <>
      {scale.gaps.map(({ from, to, days }) => (
        <div key={from} className={styles['gap']} style={{ left: share(from), width: share(to - from) }}>
          {to - from > 0.07 && (
            <span className={to - from < 0.25 ? styles['narrow'] : undefined}>
              {t('history.idle', { days })}
            </span>
          )}
        </div>
      ))}
      {LANES.map((lane) => (
        <i key={lane} className={styles['lane']} />
      ))}
      {scale.ticks
        .filter((tick) => isFree(tick.at))
        .map((tick) => (
          <span key={tick.day} className={styles['tick']} style={{ left: share(tick.at) }}>
            {tick.day.slice(5)}
          </span>
        ))}
    </>
  );
}

function Dots({
  steps,
  index,
  scale,
  onStep,
}: Pick<Props, 'steps' | 'index' | 'onStep'> & { readonly scale: RulerScale }) {
  return steps.map(({ item, lane }, place) => (
    <span
      key={item.id}
      title={`${dayOf(item.recordedAt)}`}
      className={`${styles['dot']} ${place < index ? styles['past'] : ''} ${place === index ? styles['on'] : ''}`}
      style={{
        left: share(scale.at(item.recordedAt)),
        top: `calc(30px + ${LANES.indexOf(lane) * 18 + 14}px)`,
      }}
      onClick={() => onStep(place)}
    />
  ));
}
