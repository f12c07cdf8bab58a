import { HostError, type SchemaCompiler } from '../host';
import { bundledSchema, bundledSchemaName, type MetadataSchema } from '../schema/metadataSchema';
import type { SchemaReference } from './configuration';
import { t, translationsInUse } from '../text/localize';

/** A schema that a configuration names but that cannot be had. */
export interface SchemaFailure {
  readonly reference: SchemaReference;
  readonly message: string;
}

/** Loads each schema once, however many configurations name it. */
export class SchemaStore {
  private readonly schemas = new Map<string, Promise<MetadataSchema | string>>();

  /**
   * @param readText the current text of a file: the editor's buffer or the one on disk
   * @param loadCompiler asked for where there is a schema to compile: it brings ajv along, which no other repository pays for
   */
  constructor(
    private readonly readText: (path: string) => Promise<string>,
    private readonly loadCompiler: () => Promise<SchemaCompiler> = () => import('../schema/compileSchema'),
  ) {}

  /** Forgets a file's schema, so that the next use compiles it anew. */
  forget(path: string): void {
    this.schemas.delete(path);
  }

  /** Every schema file in use, root-relative. */
  paths(): string[] {
    return [...this.schemas.keys()];
  }

  async load(
    references: readonly SchemaReference[],
  ): Promise<{ schemas: MetadataSchema[]; failures: SchemaFailure[] }> {
    const schemas: MetadataSchema[] = [];
    const failures: SchemaFailure[] = [];
    for (const reference of references) {
      const result = await this.loadOne(reference);
      if (typeof result === 'string') failures.push({ reference, message: result });
      else schemas.push(result);
    }
    return { schemas, failures };
  }

  /** The schema, or what to say when there is none. */
  private loadOne({ name, written, place }: SchemaReference): Promise<MetadataSchema | string> {
    if (name === undefined)
      return Promise.resolve(t("The schema '{0}' lies outside the repository and is not read.", written));
    if (name === bundledSchemaName) return Promise.resolve(bundledSchema());
    const known = this.schemas.get(name);
    if (known !== undefined) return known;
    const loading = this.compile(name, written, place !== undefined);
    this.schemas.set(name, loading);
    return loading;
  }

  private async compile(name: string, written: string, byConfiguration: boolean): Promise<MetadataSchema | string> {
    try {
      const text = await this.readText(name);
      const compiler = await this.loadCompiler();
      compiler.useTranslations(translationsInUse());
      return compiler.compileSchema(name, text);
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      if (error.reason !== 'not-found') return t("The schema '{0}' cannot be read: {1}.", written, error.message);
      return byConfiguration
        ? t(
            "There is no schema '{0}'. Paths start from the folder of the configuration; '{1}' is the bundled one.",
            written,
            bundledSchemaName,
          )
        : t("There is no schema '{0}'; '{1}' is the bundled one.", written, bundledSchemaName);
    }
  }
}
