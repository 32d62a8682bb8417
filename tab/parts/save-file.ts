/** Hands bytes to the browser as a file. What strangers attached is saved, never opened by this page. */
export function saveFile(bytes: Uint8Array<ArrayBuffer>, name: string, media: string): void {
  const address = URL.createObjectURL(new Blob([bytes], { type: media }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => { URL.revokeObjectURL(address); }, 60_000);
}
