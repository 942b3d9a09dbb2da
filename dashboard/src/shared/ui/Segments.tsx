import { useId } from 'react';
import styles from './Segments.module.css';

interface Props<T extends string> {
  label: string;
  options: readonly { id: T; label: string }[];
  value: T;
  onChange: (value: T) => void;
  testId: string;
}

/** One choice of a few, side by side; radio buttons underneath, so that arrow keys move as everywhere. */
export function Segments<T extends string>({ label, options, value, onChange, testId }: Props<T>) {
  const name = useId();
  return (
    <fieldset className={styles.segments}>
      <legend className="visuallyHidden">{label}</legend>
      {options.map((option) => (
        <label key={option.id} className={styles.option}>
          <input
            type="radio"
            name={name}
            value={option.id}
            checked={option.id === value}
            onChange={() => onChange(option.id)}
            data-testid={`${testId}-${option.id}`}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
