import { FAMILIES, type Family, type Rule } from '../../src/billing/rules/rule';
import { RULES } from '../../src/billing/rules/rule-table';

/** The text of docs/rules.md: every rule of the table, by family. `{names}` stand in brackets. */
export function rulesPage(rules: readonly Rule[] = RULES): string {
  const families = Object.entries(FAMILIES) as [Family, string][];
  return [
    '# Rules',
    '',
    'Made from the rule table in `src/billing/rules` by `npm run rules-page`; change it there. Claims, superbills, the',
    'month check and `CHECK_CODES` all use these rules. Words in ‹brackets› are filled in from the visit.',
    '',
    '**STOP** holds a claim back: it would be denied, or it is wrong on the claim. **WARN** should be looked at before',
    'sending. **NOTE** is worth knowing. What a claim cannot do without (names, numbers, addresses) is another table:',
    '`src/billing/claims/required`.',
    ...families.flatMap(([family, title]) =>
      section(
        title,
        rules.filter((rule) => rule.family === family),
      ),
    ),
    '',
  ].join('\n');
}

function section(title: string, rules: readonly Rule[]): string[] {
  return ['', `## ${title}`, ...rules.flatMap(paragraph)];
}

function paragraph(rule: Rule): string[] {
  const dates = [
    ...(rule.since === undefined ? [] : [`from ${rule.since}`]),
    ...(rule.until === undefined ? [] : [`to ${rule.until}`]),
  ].join(' ');
  return [
    '',
    `### ${rule.id}`,
    '',
    `**${rule.severity}**${dates === '' ? '' : ` (dates of service ${dates})`} ${shown(rule.words)}`,
    '',
    `- What to do: ${shown(rule.toDo)}`,
    `- Source: ${shown(rule.source)}`,
  ];
}

function shown(sentence: string): string {
  return sentence.replace(/\*/g, '\\*').replace(/\{(\w+)\}/g, '‹$1›');
}
