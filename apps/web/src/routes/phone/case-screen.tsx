import { useParams } from '@tanstack/react-router';
import { PhoneCase } from '../../features/cases/phone/phone-case';

export function CaseScreen() {
  const { caseId } = useParams({ strict: false }) as { readonly caseId: string };
  return <PhoneCase key={caseId} caseId={caseId} />;
}
