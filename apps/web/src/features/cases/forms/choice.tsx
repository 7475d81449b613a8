import { Radio } from 'antd';
import { useTranslation } from 'react-i18next';

interface Props<Value extends string> {
  readonly legend: string;
  /** The key under which each value has its words. */
  readonly words: string;
  readonly values: readonly Value[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** One of a few. */
export function Choice<Value extends string>({ legend, words, values, value, onChange }: Props<Value>) {
  const { t } = useTranslation();
  return (
    <fieldset>
      <legend>{legend}</legend>
      <Radio.Group value={value} onChange={({ target }) => onChange(target.value as Value)}>
        {values.map((each) => (
          <Radio key={each} value={each}>
            {t(`${words}.${each}`)}
          </Radio>
        ))}
      </Radio.Group>
    </fieldset>
  );
}
