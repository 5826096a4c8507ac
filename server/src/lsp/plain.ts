/** Markdown as netpol writes it, for clients that show plain text: without code marks, stars and link targets. */
export const plain = (markdown: string): string =>
  markdown
    .replace(/\[([^\]\n]*)\]\([^)\n]*\)/g, '$1')
    .replace(/^```\w*\n?/gm, '')
    .replace(/\*\*([^*\n]+)\*\*/g, '$1')
    .replace(/`([^`\n]*)`/g, '$1');
