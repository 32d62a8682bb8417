import type { NewAttachment } from '../../page-api/shapes.ts';

/** Files as the server side takes them. */
export function readFiles(files: Iterable<File>): Promise<NewAttachment[]> {
  return Promise.all([...files].map(async (file) => ({ name: file.name, contentType: file.type === '' ? 'application/octet-stream' : file.type, base64: await base64Of(file) })));
}

function base64Of(file: File): Promise<string> {
  return new Promise((done, refuse) => {
    const reader = new FileReader();
    reader.onload = () => { done(typeof reader.result === 'string' ? reader.result.replace(/^[^,]*,/, '') : ''); };
    reader.onerror = () => { refuse(new Error('The file could not be read.')); };
    reader.readAsDataURL(file);
  });
}
