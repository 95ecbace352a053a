/** What add-ins keep with a sheet. Keys are told apart whatever their case. */
export class CustomProperties {
  private readonly values = new Map<string, { key: string; value: string }>();

  get size(): number {
    return this.values.size;
  }

  [Symbol.iterator](): Iterator<{ key: string; value: string }> {
    return this.values.values();
  }

  has(key: string): boolean {
    return this.values.has(key.toLowerCase());
  }

  /** The key as it was written first, and its value. */
  get(key: string): { key: string; value: string } | undefined {
    return this.values.get(key.toLowerCase());
  }

  set(key: string, value: string): void {
    this.values.set(key.toLowerCase(), { key: this.get(key)?.key ?? key, value });
  }

  delete(key: string): void {
    this.values.delete(key.toLowerCase());
  }
}
