import { procedure } from '../codes/procedures';
import { labelKey } from '../values/name-key';
import { SERVICES, type Service } from './services';

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

/** Words with the minutes written behind or before them: "ind 50", "50 min individual", "couples (60)". */
export function wordsWithMinutes(text: string): { words: string; minutes: number | null } {
  const plain = text.trim().replace(/\s+/g, ' ');
  const behind = /^(.*?\p{L}.*?)[\s,;:(/–-]*(?<![\d.])(\d{1,3})\s*(?:m|min|mins|minutes?|')?\.?\)?$/iu.exec(
    plain,
  );
  if (behind) return { words: behind[1] ?? '', minutes: Number(behind[2]) };
  const ahead = /^(\d{1,3})[\s-]*(?:m|min|mins|minutes?|')?\.?[\s,;:-]+(\p{L}.*)$/iu.exec(plain);
  if (ahead) return { words: ahead[2] ?? '', minutes: Number(ahead[1]) };
  return { words: plain, minutes: null };
}

/** Characters; what is longer is a note. */
const LONGEST_SERVICE = 40;

/** Whether a text is a service that is billed outside massage: what tells a column of services from other words. */
export function namesService(text: string): boolean {
  if (text.length > LONGEST_SERVICE || !/\p{L}/u.test(text)) return false;
  const service = serviceNamed(wordsWithMinutes(text).words) ?? serviceNamed(text);
  if (!service) return false;
  return !('code' in service) || procedure(service.code)?.of.includes('massage') !== true;
}
