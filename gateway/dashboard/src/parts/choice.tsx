/** One thing to choose: its value and how people call it. */
export interface Option {
  readonly value: number | string;
  readonly label: string;
}

/** A list of words as options; the number of a word is its value. `from` leaves out what is not to be chosen. */
export function optionsOf(list: readonly string[], from = 1): Option[] {
  return list.map((label, value) => ({ value, label })).slice(from);
}

/** A labelled list to choose from. */
export function Choice({ label, value, options, onChoose, required = false }: { label: string; value: number | string; options: readonly Option[]; onChoose: (value: string) => void; required?: boolean }) {
  return (
    <label>{label}
      <select required={required} value={String(value)} onChange={(event) => onChoose(event.currentTarget.value)}>
        {options.map((option) => <option key={option.value} value={String(option.value)}>{option.label}</option>)}
      </select>
    </label>
  );
}
