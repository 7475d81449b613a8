import type { CaseView } from '@yihu/api-contract';
import { payableFen, rewardFor } from '@yihu/domain';
import { useTranslation } from 'react-i18next';
import { Money } from '../../components/money';
import { useProgramme } from '../../shared/programme';
import styles from './payment-sum.module.css';

/** What an acceptance comes to, reckoned by the domain's own code. */
export function useReward({ plan, acceptance, household }: CaseView) {
  const { data: programme } = useProgramme();
  if (!plan || !acceptance || !programme) return undefined;
  const standards = programme.towns[household.town]?.standards ?? [];
  const standard = standards.find(({ version }) => version === plan.standardVersion);
  // An acceptance is judged by the amounts of the plan and never by its grounds.
  const { grounds: _grounds, ...content } = plan;
  return {
    ...rewardFor(standard, content, acceptance.income),
    payableFen: payableFen(content, acceptance.lines),
  };
}

/** The money of an acceptance: what was done, what it earns, what is due; decided, or as it would be. */
export function PaymentSum({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation();
  const reckoned = useReward(view);
  const { plan, accepted, firstPaidFen } = view;
  const payable = accepted?.payableFen ?? reckoned?.payableFen;
  const reward = accepted?.reward ?? reckoned;
  if (payable === undefined || !reward) return null;
  const secondFen = accepted?.secondFen ?? Math.max(0, payable - firstPaidFen);
  const rows = [
    ['planned', plan?.subsidyFen],
    ['worked', payable],
    ['firstPaid', firstPaidFen],
    ['second', secondFen],
    ['income', reward.incomeFen],
    ['target', plan?.rewardFen ? reward.targetFen : undefined],
    ['reward', reward.rewardFen],
  ] as const;
  return (
    <section className={styles['sum']} aria-labelledby="sum-title">
      <h2 id="sum-title">{t('case.sum.title')}</h2>
      <table>
        <tbody>
          {rows.map(([key, fen]) => (
            <tr key={key}>
              <th scope="row">{t(`case.sum.${key}`)}</th>
              <td>
                <Money fen={fen} />
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t(accepted ? 'case.sum.granted' : 'case.sum.due')}</th>
            <td>
              <Money fen={secondFen + reward.rewardFen} />
            </td>
          </tr>
        </tbody>
      </table>
      <p>{t(`case.sum.outcome.${reward.outcome}`)}</p>
    </section>
  );
}
