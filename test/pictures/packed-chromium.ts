/** The Chromium that comes as a package, unpacked; it brings its own system libraries where a bare machine has none. */
export async function packedChromium(): Promise<string> {
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs20.x';
  const { default: packed } = await import('@sparticuz/chromium');
  return packed.executablePath();
}
