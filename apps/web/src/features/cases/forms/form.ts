import type { CaseView } from '@yihu/api-contract';
import { useEffect, useState } from 'react';

/** What every form of a case gets: the case, and whom to tell the request, or nothing while it is not filled in. */
export interface FormProps {
  readonly view: CaseView;
  readonly onChange: (body: object | undefined) => void;
}

/** The state of a form, told as a request on every change of it, and once at the start for what is filled in already. */
export function useFilled<Filled extends object>(
  begin: () => Filled,
  bodyOf: (filled: Filled) => object | undefined,
  onChange: (body: object | undefined) => void,
) {
  const [filled, setFilled] = useState(begin);
  const body = JSON.stringify(bodyOf(filled));
  useEffect(() => {
    onChange(body === undefined ? undefined : (JSON.parse(body) as object));
  }, [body, onChange]);
  const set = (changes: Partial<Filled>) => setFilled((before) => ({ ...before, ...changes }));
  return [filled, set] as const;
}
