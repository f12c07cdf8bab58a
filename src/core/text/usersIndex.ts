const nobody: ReadonlySet<string> = new Set();

/** Which files name a path, whatever its upper and lower case: on some disks they are the same. Root-relative paths. */
export class UsersIndex {
  /** By what is named, in lower case. */
  private readonly users = new Map<string, Set<string>>();

  add(named: string, user: string): void {
    const key = named.toLowerCase();
    const known = this.users.get(key);
    if (known === undefined) this.users.set(key, new Set([user]));
    else known.add(user);
  }

  delete(named: string, user: string): void {
    this.users.get(named.toLowerCase())?.delete(user);
  }

  of(named: string): ReadonlySet<string> {
    return this.users.get(named.toLowerCase()) ?? nobody;
  }

  clear(): void {
    this.users.clear();
  }
}
