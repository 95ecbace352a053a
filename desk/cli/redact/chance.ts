import { createHmac } from 'node:crypto';

/** Numbers that look like chance and are the same for the same words; nobody without the secret can tell them. */
export class Chance {
  constructor(private readonly secret: string) {}

  /** A whole number from 0 up to `end`, without it. */
  below(end: number, ...about: string[]): number {
    const digest = createHmac('sha256', this.secret).update(about.join('\u001f')).digest();
    return digest.readUIntBE(0, 6) % end;
  }

  /** Letters and digits of the same length each time, such as a fingerprint has. */
  mark(length: number, ...about: string[]): string {
    const digest = createHmac('sha256', this.secret).update(about.join('\u001f')).digest();
    const text = BigInt(`0x${digest.toString('hex')}`).toString(36);
    return text.slice(0, length).padStart(length, '0');
  }
}
