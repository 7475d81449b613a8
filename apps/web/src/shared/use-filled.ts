import { useEffect, useState } from 'react';

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
