import type { Day } from './schema/day';
import type { Translations } from './text/localize';
import type { MetadataSchema } from './schema/metadataSchema';

/**
 * What the engine asks of the world. Paths are relative to the repository root, `/` separated, without `.` or `..`;
 * the root itself is ''. A host never reads outside its root, symbolic links included.
 */
export interface Host {
  /** The text of a file. Rejects with a `HostError`. */
  readFile(path: string): Promise<FileContent>;
  /** The names in a folder. Rejects with a `HostError`. */
  readDirectory(path: string): Promise<readonly DirectoryEntry[]>;
  /** The bytes of a file in base64, where an editor cannot load a picture by its address. Rejects with a `HostError`. */
  readBase64?(path: string): Promise<string>;
  now(): Date;
  /** The writer's day, in the time zone of the machine. */
  today(): Day;
  /** Loads what compiles schemas, where it is no part of the program. */
  loadSchemaCompiler?(): Promise<SchemaCompiler>;
}

/** What `schema/compileSchema` exports. */
export interface SchemaCompiler {
  compileSchema(name: string, text: string): MetadataSchema;
  /** A program of its own has a language of its own. */
  useTranslations(translations: Translations): void;
}

export interface FileContent {
  /** Decoded text; a BOM is kept. Bytes that are not UTF-8 are replaced by U+FFFD. */
  readonly text: string;
  /** Offset in bytes of the first one that is not UTF-8. */
  readonly invalidByte: number | undefined;
}

export interface DirectoryEntry {
  readonly name: string;
  /** What the name stands for, symbolic links followed; `loop` for a link to a folder that holds it. */
  readonly type: 'file' | 'directory' | 'loop' | 'outside-root' | 'other';
}

/** Why a host could not answer. */
export class HostError extends Error {
  constructor(
    readonly reason: 'not-found' | 'unreadable' | 'outside-root',
    message: string,
  ) {
    super(message);
    this.name = 'HostError';
  }
}

/** What was read; `undefined` where a host could not answer. Any other failure stays one. */
export async function ifReadable<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof HostError) return undefined;
    throw error;
  }
}
