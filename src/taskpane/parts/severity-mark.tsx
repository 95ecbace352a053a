import type { Severity } from '../../billing/findings';
import { Icon } from './icon';

const ICONS = { STOP: 'stop', WARN: 'warn', NOTE: 'note' } as const;

/** A severity as a picture and its word. */
export function SeverityMark({ severity }: { severity: Severity }) {
  return (
    <span class={`mark ${severity.toLowerCase()}`}>
      <Icon name={ICONS[severity]} />
      {severity}
    </span>
  );
}
