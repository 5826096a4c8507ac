/**
 * One YAML document of a file, from its `---` line (or the start of the file) to the next one.
 * Its identity is what everything derived from it is remembered by: an edit elsewhere keeps the object,
 * and two equal documents of one file are two chunks. A chunk knows neither its file nor its place there.
 */
export interface Chunk {
  readonly text: string;
}
