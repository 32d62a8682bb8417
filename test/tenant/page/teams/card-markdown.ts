/** The little markdown that Teams shows in cards: bold, italic, links and lists. Everything else is text, as typed. */
export function htmlOfMarkdown(text: string): string {
  return blocks(text).map((block) => (block.kind === 'text' ? block.lines.map(inline).join('<br>') : listHtml(block))).join('');
}

interface Block { kind: 'text' | 'bullets' | 'numbers'; lines: string[] }

function blocks(text: string): Block[] {
  const all: Block[] = [];
  for (const line of text.replaceAll('\r\n', '\n').split('\n')) {
    const kind = /^\s*[-*+]\s+\S/.test(line) ? 'bullets' : /^\s*\d+[.)]\s+\S/.test(line) ? 'numbers' : 'text';
    const last = all.at(-1);
    const words = kind === 'text' ? line : line.replace(/^\s*(?:[-*+]|\d+[.)])\s+/, '');
    if (last?.kind === kind) last.lines.push(words); else all.push({ kind, lines: [words] });
  }
  return all;
}

function listHtml(block: Block): string {
  const tag = block.kind === 'bullets' ? 'ul' : 'ol';
  return `<${tag}>${block.lines.map((line) => `<li>${inline(line)}</li>`).join('')}</${tag}>`;
}

function inline(text: string): string {
  return escapeHtml(text)
    .replace(/\[([^\]\n]+)\]\((https?:\/\/[^\s)]+)\)/g, '<a href="$2" rel="noreferrer">$1</a>')
    .replace(/\*\*(?=\S)(.+?)\*\*/g, '<strong>$1</strong>')
    .replace(/(^|[\s(])[*_](?=\S)([^*_\n]+?)[*_](?=[\s).,;:!?]|$)/g, '$1<em>$2</em>');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}
