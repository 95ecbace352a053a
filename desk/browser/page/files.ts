import { element } from './elements';

/** Opens another file, chosen or dropped, in this window. The file itself is never written to. */
export function offerFiles(notice: (sentence: string) => void): void {
  const open = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const response = await fetch(`../open?name=${encodeURIComponent(file.name)}`, {
      method: 'POST',
      body: file,
    });
    if (!response.ok) return notice(`${file.name}: ${await response.text()}`);
    const { address } = (await response.json()) as { address: string };
    location.assign(address);
  };
  const input = element<HTMLInputElement>('#open-file');
  input.addEventListener('change', () => {
    void open(input.files?.[0]);
    input.value = '';
  });
  const drop = element('.drop');
  const hasFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
  window.addEventListener('dragover', (event) => {
    if (!hasFile(event)) return;
    event.preventDefault();
    drop.hidden = false;
  });
  window.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) drop.hidden = true;
  });
  window.addEventListener('drop', (event) => {
    drop.hidden = true;
    if (!hasFile(event)) return;
    event.preventDefault();
    void open(event.dataTransfer?.files[0]);
  });
}
