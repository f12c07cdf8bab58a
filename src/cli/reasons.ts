import { errorCode } from '../server/node/errorCode';

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ENOENT: 'it is gone',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a file stands where its folder should be',
  EEXIST: 'a file stands where its folder should be',
};

/**
 * Why a file or folder cannot be had, in words that follow a colon; `undefined` for an error that is not the system's.
 *
 * @param otherwise what to say of a code that has no words of its own
 */
export function reasonOf(error: unknown, otherwise: (code: string) => string): string | undefined {
  const code = errorCode(error);
  return code === undefined ? undefined : (reasons[code] ?? otherwise(code));
}
