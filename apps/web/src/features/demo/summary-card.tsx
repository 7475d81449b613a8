import { useQuery } from '@tanstack/react-query';
import type { DemoView, TownSummaryView } from '@yihu/api-contract';
import { useTranslation } from 'react-i18next';
import { JobCard } from '../../components/job-card';
import { Money } from '../../components/money';
import { ask } from '../../shared/api';
import { accountOf, placeAs } from './visitor';

/** Rows of the table that fit in the preview. */
const ROWS = 3;

/** The summary of a town, which its leader is to sign and seal. */
export function SummaryCard({ demo }: { readonly demo: DemoView }) {
  const { t } = useTranslation();
  const leader = accountOf(demo, 'town-leader');
  const town = leader?.territory;
  const { data: summary } = useQuery({
    queryKey: ['town-summary', demo.year, town],
    queryFn: ({ signal }) => ask<TownSummaryView>(`/api/summaries/${demo.year}-${town}/rows`, signal),
    enabled: town !== undefined,
    retry: false,
  });
  if (!leader) return null;
  const { subsidySumFen, townName = leader.office } = summary ?? {};
  const listed = (summary?.rows ?? []).filter(({ sheetNo }) => sheetNo !== undefined);
  return (
    <JobCard
      icon="document"
      title={t('visit.summary.title')}
      who={`${t('roles.town-leader')} ${leader.name} · ${townName}`}
      figures={[
        { value: summary ? listed.length : '—', words: t('visit.summary.rows') },
        { value: <Money fen={subsidySumFen} />, words: t('visit.summary.sum') },
      ]}
      preview={
        <table>
          <tbody>
            {listed.slice(0, ROWS).map(({ caseId, name, householdCode, items, subsidyFen }) => (
              <tr key={caseId}>
                <th scope="row">{name ?? householdCode}</th>
                <td>{items[0]}</td>
                <td>
                  <Money fen={subsidyFen} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      }
      says={t('visit.summary.says')}
      href={placeAs(`/towns/${town}/summary`, leader.key)}
      button={t('visit.summary.button', { town: townName })}
    />
  );
}
