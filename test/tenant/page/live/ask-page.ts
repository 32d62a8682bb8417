/** What the server side said when it refused: a sentence for the person. */
export class PageRefusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** `GET /page/<path>`. */
export async function readPage<T>(path: string, signal?: AbortSignal): Promise<T> {
  return (await answered(await fetch(`/page/${path}`, signal === undefined ? {} : { signal }))) as T;
}

/** `POST /page/<path>` with JSON. */
export async function actOnPage<T = undefined>(path: string, body: unknown = {}): Promise<T> {
  return (await answered(await post(`/page/${path}`, body))) as T;
}

/** `POST /control/<path>`: the clock. */
export async function control(path: string, body: unknown = {}): Promise<void> {
  await answered(await post(`/control/${path}`, body));
}

export function sentenceOf(error: unknown): string {
  if (error instanceof PageRefusal) return error.message;
  return 'Microsoft 365 on this computer is not answering. Is it still running?';
}

function post(path: string, body: unknown): Promise<Response> {
  return fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
}

async function answered(response: Response): Promise<unknown> {
  const text = await response.text();
  const body: unknown = text === '' ? undefined : JSON.parse(text);
  if (response.ok) return body;
  const message = (body as { error?: { message?: unknown } } | undefined)?.error?.message;
  throw new PageRefusal(response.status, typeof message === 'string' ? message : 'That did not work. Try again.');
}
