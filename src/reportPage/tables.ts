// What runs in the health report, in a browser and in VS Code's webview: tables that sort and filter. The page can be read
// without it.

document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLButtonElement>('button.sort') : null;
  if (button !== null) sortBy(button);
});

document.addEventListener('input', ({ target }) => {
  if (target instanceof HTMLInputElement) filterBy(target);
});

/** By the column of a heading: upward first, then back and forth. */
function sortBy(button: HTMLButtonElement): void {
  const heading = button.closest('th');
  const body = button.closest('table')?.tBodies[0];
  if (heading === null || body === undefined) return;
  const isUpward = heading.getAttribute('aria-sort') !== 'ascending';
  for (const other of heading.parentElement?.children ?? []) other.removeAttribute('aria-sort');
  heading.setAttribute('aria-sort', isUpward ? 'ascending' : 'descending');
  const rows = [...body.rows].map((row) => ({ row, key: keyOf(row.cells[heading.cellIndex]) }));
  rows.sort((a, b) => (isUpward ? compare(a.key, b.key) : compare(b.key, a.key)));
  body.append(...rows.map(({ row }) => row));
}

function keyOf(cell: HTMLTableCellElement | undefined): string | number {
  const value = cell?.dataset.value;
  return value === undefined ? (cell?.textContent ?? '') : Number(value);
}

/** Of the page, which says it: it has no texts of its own. */
const language = document.documentElement.lang;
const collator = new Intl.Collator(language, { numeric: true });
const digits = new Intl.NumberFormat(language);

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
}

/** Shows the rows that hold all of the words. */
function filterBy(input: HTMLInputElement): void {
  const table = document.getElementById(input.dataset.filters ?? '');
  if (!(table instanceof HTMLTableElement)) return;
  const words = input.value.toLocaleLowerCase(language).split(/\s+/);
  const rows = [...(table.tBodies[0]?.rows ?? [])];
  let shown = 0;
  for (const row of rows) {
    const text = row.textContent.toLocaleLowerCase(language);
    row.hidden = !words.every((word) => text.includes(word));
    if (!row.hidden) shown++;
  }
  const status = input.parentElement?.querySelector<HTMLElement>('[role=status]');
  if (status === null || status === undefined) return;
  const numbers = [shown, rows.length].map((number) => digits.format(number));
  status.textContent = (status.dataset.text ?? '').replaceAll(
    /\{(\d)\}/g,
    (_all, index) => numbers[Number(index)] ?? '',
  );
}
