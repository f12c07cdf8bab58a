import { readFileSync, statSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { cacheFile, readKept, writeKept } from '../cache/files';
import { isBuildServer, userCacheFolder } from '../cache/place';

/** Since Node 22.8. */
interface CompileCache {
  readonly enableCompileCache?: (folder: string) => void;
}

type Wrapper = (
  exports: unknown,
  require: NodeJS.Require,
  module: { exports: unknown },
  filename: string,
  dirname: string,
) => void;

/**
 * Loads a program that lies beside this one. What V8 makes of its text is kept in the user's folder of caches, by Node
 * itself where it can do so: compiling took a tenth of a check. Not on a build server, and as everywhere in Node not with
 * NODE_DISABLE_COMPILE_CACHE.
 *
 * @param keeps whether what this start compiles is to be kept, where nothing is: the parts of the program that it runs
 * through are compiled then
 */
export function requireCompiled(name: string, keeps: boolean): unknown {
  const require = createRequire(__filename);
  const file = join(__dirname, name);
  const isOff = process.env.NODE_DISABLE_COMPILE_CACHE !== undefined || isBuildServer(process.env);
  const folder = isOff ? undefined : userCacheFolder(process.env);
  if (folder === undefined) return require(file);
  const { enableCompileCache } = Module as CompileCache;
  if (enableCompileCache === undefined) return requireKept(require, file, folder, keeps);
  enableCompileCache(join(folder, 'code'));
  return require(file);
}

function requireKept(require: NodeJS.Require, file: string, folder: string, keeps: boolean): unknown {
  const { size, mtimeMs } = statSync(file);
  const kept = cacheFile(folder, 'code', `${file}\n${process.version}\n${process.arch}`);
  // V8 itself looks at its version, its flags and the length of the text, and at nothing else.
  const key = `${size} ${mtimeMs}`;
  const cachedData = readKept(kept, key);
  const script = new Script(Module.wrap(readFileSync(file, 'latin1')), {
    filename: file,
    ...(cachedData === undefined ? {} : { cachedData }),
  });
  if (keeps && (cachedData === undefined || script.cachedDataRejected === true))
    process.once('exit', () => {
      writeKept(kept, key, script.createCachedData());
    });
  const module = { exports: {} as unknown };
  (script.runInThisContext() as Wrapper)(module.exports, require, module, file, dirname(file));
  return module.exports;
}
