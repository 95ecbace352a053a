import type { MappingLine } from '../../model/mapping';
import { Icon } from '../../parts/icon';

/** A field with the column it is read from, how sure that is, and why. */
export function MappingRow({ line, choose }: { line: MappingLine; choose: (column: string) => void }) {
  const { field, label, value, options, sure, evidence, question } = line;
  const id = `column-${field}`;
  const isSettled = sure === 'Sure' || sure === 'Chosen by you';
  return (
    <div class="field mapping">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-describedby={`${id}-why`}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <p id={`${id}-why`} class="quiet" dir="auto">
        {sure !== 'Not in the sheet' && (
          <span class={isSettled ? 'sure' : 'unsure'}>
            <Icon name={isSettled ? 'done' : 'ask'} /> {sure}.
          </span>
        )}{' '}
        {question ?? evidence}
      </p>
    </div>
  );
}
