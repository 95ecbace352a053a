import { CLAIM_EDITS } from '../../src/billing/readiness/check-readiness';
import { FAMILIES, type Family } from '../../src/billing/rules/rule';
import { RULES } from '../../src/billing/rules/rule-table';
import { claimFields, superbillFields } from './fields';
import { findingsOfSource } from './findings-of-source';
import type { Told } from './told';

/** Findings beside the tables, by where their sources are; the first that fits. */
const PLACES: readonly [start: string, title: string][] = [
  ['src/workbook/sessions/', 'Reading the session sheets'],
  ['src/workbook/', 'Reading the tables'],
  ['src/practice/questions/', 'Questions about sessions'],
  ['src/practice/memory/', 'What was made before'],
  ['src/practice/sessions/', 'What was made before'],
  ['src/practice/register/', 'The register and its months'],
  ['src/practice/months/', 'The register and its months'],
  ['src/practice/payments/', 'Payments'],
  ['src/billing/payments/', 'Payments'],
  ['src/billing/superbills/', 'Superbills'],
  ['src/actions/answers/', 'Answers of clearinghouses'],
  ['src/x12/acknowledgements/', 'Answers of clearinghouses'],
  ['src/actions/claims/', 'Claims, their files and their corrections'],
  ['src/x12/', 'Claims, their files and their corrections'],
  ['src/forms/', 'Claims, their files and their corrections'],
  ['src/billing/', 'Making visits and claims of sessions'],
  ['src/', 'Setting up and everything else'],
];

/** The text of docs/rules.md: every rule, edit and finding, by what it is about. `{names}` stand in brackets. */
export function rulesPage(root: string): string {
  return [
    '# Rules',
    '',
    'Every rule, edit and finding, written by `npm run rules-page` from where it is made: the rule table in',
    '`src/billing/rules` (claims, superbills, the month check and `CHECK_CODES` use it), the edits of `src/billing/readiness`,',
    'the fields of `src/billing/claims/required`, and what the other parts tell. Change it there. Words in ‹brackets› are',
    'filled in from what was found; where a condition decides, its sentences stand side by side.',
    '',
    '**STOP** holds a claim or a payment back: it would be denied, or it is wrong. **WARN** should be looked at before sending.',
    '**NOTE** is worth knowing.',
    ...sectionsOf(root).flatMap(([title, told]) => section(title, told)),
    '',
  ].join('\n');
}

/** Title and what is told under it. */
function sectionsOf(root: string): [string, readonly Told[]][] {
  const families = Object.entries(FAMILIES) as [Family, string][];
  const rules = families.map(([family, title]): [string, Told[]] => [
    title,
    RULES.filter((rule) => rule.family === family),
  ]);
  const others = new Map<string, Told[]>();
  for (const [file, told] of findingsOfSource(root)) {
    const [, title = ''] = PLACES.find(([start]) => file.startsWith(start)) ?? [];
    const known = others.get(title) ?? [];
    others.set(title, [...known, ...told.filter(({ id }) => known.every((one) => one.id !== id))]);
  }
  const titles = [...new Set(PLACES.map(([, title]) => title))];
  return [
    ...rules,
    ['What a clearinghouse would refuse', CLAIM_EDITS],
    ['What a claim cannot do without', claimFields()],
    ['What a superbill should say', superbillFields()],
    ...titles.map((title): [string, Told[]] => [title, others.get(title) ?? []]),
  ];
}

function section(title: string, told: readonly Told[]): string[] {
  return ['', `## ${title}`, ...told.flatMap(paragraph)];
}

function paragraph({ id, severity, message, fix, source, since, until }: Told): string[] {
  const dates = [
    ...(since === undefined ? [] : [`from ${since}`]),
    ...(until === undefined ? [] : [`to ${until}`]),
  ].join(' ');
  return [
    '',
    `### ${id}`,
    '',
    `**${severity}**${dates === '' ? '' : ` (dates of service ${dates})`} ${shown(message)}`,
    '',
    ...(fix === '' ? [] : [`- What to do: ${shown(fix)}`]),
    `- Source: ${shown(source)}`,
  ];
}

function shown(sentence: string): string {
  return sentence.replace(/\*/g, '\\*').replace(/\{(\w+)\}/g, '‹$1›');
}
