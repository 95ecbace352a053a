import type { SchemaColumn } from '../schema';

export const text = (key: string, header: string, width: number, help: string): SchemaColumn => ({
  key,
  header,
  kind: 'text',
  width,
  help,
});
export const date = (key: string, header: string, help: string): SchemaColumn => ({
  key,
  header,
  kind: 'date',
  width: 74,
  help,
});
export const money = (key: string, header: string, help: string): SchemaColumn => ({
  key,
  header,
  kind: 'money',
  width: 70,
  help,
});
export const number = (key: string, header: string, help: string): SchemaColumn => ({
  key,
  header,
  kind: 'number',
  width: 64,
  help,
});
export const yesNo = (key: string, header: string, help: string): SchemaColumn => ({
  key,
  header,
  kind: 'yes-no',
  width: 64,
  help,
});
export const list = (key: string, header: string, width: number, help: string): SchemaColumn => ({
  key,
  header,
  kind: 'list',
  width,
  help,
});
export const choice = (
  key: string,
  header: string,
  choices: readonly string[],
  help: string,
): SchemaColumn => ({
  key,
  header,
  kind: 'choice',
  choices,
  width: 84,
  help,
});

export const address = (prefix: string, key: string, whose: string): SchemaColumn[] => [
  text(`${key}.street`, `${prefix}Street`, 140, `${whose} street address, without punctuation.`),
  text(`${key}.city`, `${prefix}City`, 90, `${whose} city.`),
  text(`${key}.state`, `${prefix}State`, 44, 'Two letters.'),
  text(`${key}.zip`, `${prefix}ZIP`, 70, 'Five or nine digits.'),
];

export const YES_NO_HELP = 'Yes or No.';
export const SEXES = ['F', 'M', 'U'] as const;
