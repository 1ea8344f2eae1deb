/** A value that says when it changes. */

export class Signal<T> {
  private readonly watchers = new Set<(value: T) => void>();

  constructor(private current: T) {}

  get value(): T {
    return this.current;
  }

  set(value: T): void {
    if (Object.is(value, this.current)) return;
    this.current = value;
    for (const watcher of [...this.watchers]) watcher(value);
  }

  /** Call `watcher` with every new value, until the returned function is called. */
  watch(watcher: (value: T) => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  /** As `watch`, and call it with the present value at once. */
  show(watcher: (value: T) => void): () => void {
    watcher(this.current);
    return this.watch(watcher);
  }
}
