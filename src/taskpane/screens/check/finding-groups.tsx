import { useEffect, useState } from 'preact/hooks';
import { SEVERITIES, type FindingGroup } from '../../model/findings';
import { FindingList } from '../../parts/finding-item';
import { SeverityMark } from '../../parts/severity-mark';

/** Clients drawn at once: enough to scroll through, few enough to be quick in a long list. */
const AT_ONCE = 40;

export function FindingGroups({ groups }: { groups: readonly FindingGroup[] }) {
  const [shown, setShown] = useState(AT_ONCE);
  return (
    <>
      {groups.slice(0, shown).map((group, index) => (
        <Group key={group.client ?? ''} group={group} isOpen={index === 0} />
      ))}
      {groups.length > shown && (
        <button type="button" onClick={() => setShown(shown + AT_ONCE)}>
          Show {Math.min(AT_ONCE, groups.length - shown)} more of {groups.length - shown}
        </button>
      )}
    </>
  );
}

function Group({ group, isOpen }: { group: FindingGroup; isOpen: boolean }) {
  const { client, visits, counts } = group;
  const [open, setOpen] = useState(isOpen);
  useEffect(() => {
    if (isOpen) setOpen(true);
  }, [isOpen]);
  return (
    <details class="person" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <span class="grow">
          <strong dir="auto">{client ?? 'Practice, payers and sheets'}</strong>
          <span class="marks">
            {SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => (
              <span key={severity}>
                <SeverityMark severity={severity} /> {counts[severity]}
              </span>
            ))}
          </span>
        </span>
      </summary>
      {open &&
        visits.map(({ label, findings }) => (
          <div key={label ?? ''}>
            {label !== null && <h3>Visit of {label}</h3>}
            <FindingList findings={findings} />
          </div>
        ))}
    </details>
  );
}
