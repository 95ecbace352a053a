import { procedure } from '../codes/procedures';
import { labelKey } from '../values/name-key';
import { SERVICES, type Service } from './services';
import { serviceWritten } from './written';

const BY_NAME: ReadonlyMap<string, Service> = new Map(
  SERVICES.flatMap((service) => service.names.map((name) => [labelKey(name), service] as const)),
);

/** The service that a word stands for, or null when the table does not know it. */
export function serviceNamed(words: string): Service | null {
  return BY_NAME.get(labelKey(words)) ?? null;
}

/** The one code that a word stands for whatever the minutes; null for others. */
export function codeOfService(words: string): string | null {
  const service = serviceNamed(words);
  return service && 'code' in service ? service.code : null;
}

/** Characters; what is longer is a note. */
const LONGEST_SERVICE = 40;

/** Whether a text is a service that is billed outside massage: what tells a column of services from other words. */
export function namesService(text: string): boolean {
  if (text.length > LONGEST_SERVICE || !/\p{L}/u.test(text)) return false;
  const service = serviceNamed(serviceWritten(text)?.name ?? text) ?? serviceNamed(text);
  if (!service) return false;
  return !('code' in service) || procedure(service.code)?.of.includes('massage') !== true;
}
