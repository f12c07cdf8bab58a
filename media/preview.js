// @ts-check
/* Makes tabs of the sections that tabs are written as, in VS Code's Markdown preview: the tabs pattern of WAI-ARIA. */
(() => {
  /** The tabs that a reader chose, the latest first, by the name that `#tab/name` gives. @type {string[]} */
  let chosen = [];
  let panels = 0;

  /** @param {HTMLElement} panel */
  const namesOf = (panel) => (panel.dataset.tab ?? '').split('+');

  /** @param {Element} group @returns {HTMLElement[]} */
  const panelsOf = (group) => [...group.children].filter((child) => child instanceof HTMLElement && child.dataset.tab);

  /** The buttons, each for the panel of the same place. @param {Element} group @returns {HTMLElement[]} */
  const buttonsOf = (group) => [...(group.querySelector(':scope > [role="tablist"]')?.children ?? [])];

  const groups = () => document.querySelectorAll('.dynamics-docs-tabs');

  /** @param {Element} group */
  function addButtons(group) {
    if (buttonsOf(group).length === panelsOf(group).length) return;
    group.querySelector(':scope > [role="tablist"]')?.remove();
    const list = document.createElement('div');
    list.className = 'dynamics-docs-tab-list';
    list.setAttribute('role', 'tablist');
    for (const panel of panelsOf(group)) {
      panel.id ||= `dynamics-docs-tab-${++panels}`;
      panel.setAttribute('role', 'tabpanel');
      panel.tabIndex = 0;
      const button = document.createElement('button');
      button.className = 'dynamics-docs-tab-button';
      button.id = `${panel.id}-label`;
      button.textContent = panel.querySelector('.dynamics-docs-tab-label')?.textContent ?? '';
      button.setAttribute('role', 'tab');
      button.setAttribute('aria-controls', panel.id);
      panel.setAttribute('aria-labelledby', button.id);
      button.addEventListener('click', () => choose(panel));
      button.addEventListener('keydown', (event) => move(event, group));
      list.append(button);
    }
    group.prepend(list);
  }

  /** Shows in each group what was chosen last; a tab with a condition takes part where a group above shows that one. */
  function show() {
    /** @type {Set<string>} */
    const shown = new Set();
    for (const group of groups()) {
      const all = panelsOf(group);
      const buttons = buttonsOf(group);
      const offered = all.filter(({ dataset }) => !dataset.condition || shown.has(dataset.condition));
      const name = chosen.find((one) => offered.some((panel) => namesOf(panel).includes(one)));
      const active = offered.find((panel) => name !== undefined && namesOf(panel).includes(name)) ?? offered[0];
      all.forEach((panel, index) => {
        panel.hidden = panel !== active;
        const button = buttons[index];
        if (button === undefined) return;
        button.hidden = !offered.includes(panel);
        button.setAttribute('aria-selected', String(panel === active));
        button.tabIndex = panel === active ? 0 : -1;
      });
      if (active !== undefined) for (const one of namesOf(active)) shown.add(one);
    }
  }

  /** @param {HTMLElement} panel */
  function choose(panel) {
    const names = namesOf(panel);
    chosen = [...names, ...chosen.filter((one) => !names.includes(one))];
    show();
  }

  /** @param {KeyboardEvent} event @param {Element} group */
  function move(event, group) {
    const buttons = buttonsOf(group).filter(({ hidden }) => !hidden);
    const at = buttons.findIndex((button) => button === event.currentTarget);
    const places = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: -1 };
    if (!Object.hasOwn(places, event.key)) return;
    event.preventDefault();
    const button = buttons.at(places[event.key] % buttons.length);
    button?.focus();
    button?.click();
  }

  function enhance() {
    for (const group of groups()) addButtons(group);
    show();
  }

  // VS Code adds the page to the body when all is loaded, and says nothing. After each edit it puts the new HTML in place,
  // and what was added is gone.
  new MutationObserver(enhance).observe(document.body, { childList: true });
  window.addEventListener('vscode.markdown.updateContent', enhance);
  enhance();
})();
