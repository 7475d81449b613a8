import { useTranslation } from 'react-i18next';
import { Money } from '../../components/money';
import type { PaperHead } from '../../components/paper/sheet';
import styles from './history.module.css';
import { MomentPaper } from './moment-paper';
import { placeOf } from './place';
import type { Moment, Step } from './replay';
import { usePlaceWords } from './use-words';

interface Props {
  readonly step: Step;
  /** The case as it stands now, to hold against the moment. */
  readonly now: Moment;
  readonly isNow: boolean;
  readonly onNow: (isNow: boolean) => void;
  readonly head: PaperHead;
  readonly names: Readonly<Record<string, string>>;
}

/** What the case looked like after a step: its stage, its money, who had it, and the form as it stood. */
export function MomentPane({ step, now, isNow, onNow, head, names }: Props) {
  const { t } = useTranslation();
  const moment = isNow ? now : step.after;
  return (
    <section className={styles['pane']} aria-labelledby="moment">
      <header>
        <h2 id="moment">{t('history.moment')}</h2>
        <div className={styles['switch']} role="group" aria-label={t('history.when')}>
          {[false, true].map((each) => (
            <button
              key={String(each)}
              type="button"
              aria-pressed={each === isNow}
              onClick={() => onNow(each)}
            >
              {t(each ? 'history.now' : 'history.then')}
            </button>
          ))}
        </div>
      </header>
      <div className={styles['ground']}>
        <Figures moment={moment} names={names} />
        <MomentPaper moment={moment} before={isNow ? undefined : step.before} head={head} names={names} />
      </div>
    </section>
  );
}

function Figures({ moment, names }: { readonly moment: Moment; readonly names: Props['names'] }) {
  const { t } = useTranslation();
  const sayPlace = usePlaceWords();
  const { folded, paidFen } = moment;
  const { reserved, villageCadreId, townCadreId } = folded.data;
  const cadres = [villageCadreId, townCadreId].filter((each) => each !== '');
  return (
    <dl className={styles['figures']}>
      <div>
        <dt>{t('history.stage')}</dt>
        <dd>{folded.revision < 0 ? '—' : sayPlace(placeOf(folded.node!))}</dd>
      </div>
      <div>
        <dt>{t('history.reserved')}</dt>
        <dd>
          <Money fen={reserved.subsidyFen + reserved.rewardFen} />
        </dd>
      </div>
      <div>
        <dt>{t('history.paid')}</dt>
        <dd>
          <Money fen={paidFen} />
        </dd>
      </div>
      <div>
        <dt>{t('history.cadres')}</dt>
        <dd>{cadres.map((each) => names[each] ?? each).join(t('history.and')) || '—'}</dd>
      </div>
    </dl>
  );
}
