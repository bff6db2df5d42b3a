"use strict";
/* All of the page can be read without this: it sorts and narrows the table, and shows words on the spot. */
(() => {
  const byId = (id) => document.getElementById(id);
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  const table = byId("table");
  if (table) {
    const body = table.tBodies[0];
    const rows = [...body.rows];
    const texts = rows.map((row) => plain(row.textContent));
    sortable(table, body, rows);
    if (rows.length > 1) narrowable(rows, texts);
  }

  /* Each head becomes a button; what is not known comes last either way. */
  function sortable(table, body, rows) {
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const value = (row) => row.cells[column].dataset.v ?? row.cells[column].textContent.trim();
        const unknown = (text) => text === "" || text === "–";
        const order = (a, b) => {
          const [x, y] = [value(a), value(b)];
          if (unknown(x) || unknown(y)) return unknown(x) - unknown(y);
          return (down ? -1 : 1) * x.localeCompare(y, "en", { numeric: true });
        };
        body.append(...[...rows].sort(order));
      });
    });
  }

  /* What stands on none of the fields is shown; days overlap the days asked for. */
  function narrowable(rows, texts) {
    const find = byId("find"), from = byId("from"), to = byId("to");
    const chosen = [...byId("tools").querySelectorAll("select")];
    const show = () => {
      const words = plain(find.value).split(/\s+/);
      const first = (from && from.value) || "", last = (to && to.value) || "9999";
      let shown = 0;
      rows.forEach((row, at) => {
        const days = row.dataset;
        row.hidden = !(words.every((word) => texts[at].includes(word))
          && chosen.every((each) => !each.value || days[each.dataset.by] === each.value)
          && (!(first || last < "9999") || (days.start && days.end >= first && days.start <= last)));
        shown += !row.hidden;
      });
      byId("shown").textContent = `${shown} of ${rows.length} events`;
    };
    byId("tools").addEventListener("input", show);
    byId("clear").addEventListener("click", () => {
      for (const field of [find, from, to, ...chosen]) if (field) field.value = "";
      show();
      find.focus();
    });
    byId("tools").hidden = false;
    show();
  }

  /* The line that a link leads to, shown beside the link; Escape, leaving or scrolling hides it. */
  const peek = document.createElement("div");
  peek.id = "peek";
  peek.setAttribute("role", "tooltip");
  peek.hidden = true;
  document.body.append(peek);
  let owner = null, waiting = 0;
  const hide = () => {
    clearTimeout(waiting);
    if (owner) owner.removeAttribute("aria-describedby");
    owner = null;
    peek.hidden = true;
  };
  const words = (link) => {
    const id = decodeURIComponent(link.hash.slice(1));
    const target = id.startsWith("r-") && !link.closest(".beside") && byId(id);
    const line = target && target.closest(".text p");
    return line ? [line, target] : null;
  };
  const reveal = (link) => {
    const found = words(link);
    if (!found) return;
    hide();
    const [line, target] = found;
    const copy = line.cloneNode(true);
    const mark = copy.querySelector(`[id="${CSS.escape(target.id)}"]`);
    if (mark) mark.className += " here";
    for (const each of copy.querySelectorAll("[id]")) each.removeAttribute("id");
    for (const each of copy.querySelectorAll("a.n, small")) each.remove();
    for (const each of copy.querySelectorAll("a")) each.replaceWith(...each.childNodes);
    const report = line.closest("article");
    const head = document.createElement("small");
    head.textContent = report.querySelector("h3").textContent;
    peek.replaceChildren(head, copy);
    peek.hidden = false;
    const at = link.getClientRects()[0], box = peek.getBoundingClientRect();
    const below = at.bottom + 6 + box.height < innerHeight || at.top < box.height;
    peek.style.left = `${Math.max(8, Math.min(at.left, document.documentElement.clientWidth - box.width - 8)) + scrollX}px`;
    peek.style.top = `${(below ? at.bottom + 6 : at.top - box.height - 6) + scrollY}px`;
    link.setAttribute("aria-describedby", "peek");
    owner = link;
  };
  const linkOf = (event) => event.target.closest && event.target.closest('a[href*="#r-"]');
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    const link = linkOf(event);
    clearTimeout(waiting);
    if (link && link !== owner) waiting = setTimeout(reveal, 250, link);
    else if (owner && !link && !peek.contains(event.target)) waiting = setTimeout(hide, 250);
  });
  document.addEventListener("focusin", (event) => {
    const link = linkOf(event);
    if (link && link.matches(":focus-visible")) reveal(link);
    else hide();
  });
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
  document.addEventListener("click", hide);

  /* A link into what is folded opens it; paper shows all that is folded. */
  const unfold = () => {
    const target = location.hash && byId(decodeURIComponent(location.hash.slice(1)));
    for (let each = target; each; each = each.parentElement) if (each.tagName === "DETAILS") each.open = true;
  };
  addEventListener("hashchange", unfold);
  unfold();
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    for (const each of folded) each.open = true;
  });
  addEventListener("afterprint", () => {
    for (const each of folded) each.open = false;
  });
})();
