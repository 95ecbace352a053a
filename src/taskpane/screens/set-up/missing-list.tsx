import { reportFinding } from '../../../actions/report';
import type { Finding } from '../../../billing/findings';
import { FindingItem } from '../../parts/finding-item';

/** What is missing, each with the cell to type it into. */
export function MissingList({ findings }: { findings: readonly Finding[] }) {
  return (
    <ul class="plain">
      {findings.map((finding) => (
        <FindingItem key={finding.rule} finding={reportFinding(finding)} />
      ))}
    </ul>
  );
}
