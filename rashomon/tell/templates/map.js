/* Lets a map be moved and brought closer: by buttons, by dragging or pinching, by keys. Without
   this script the map stands still and shows everything. Marks and names keep their size. */
"use strict";
for (const map of document.querySelectorAll("svg.places")) {
  const [, , wide, high] = map.getAttribute("viewBox").split(" ").map(Number);
  const NEAREST = 24, STEP = 1.6;
  const dots = [...map.querySelectorAll(".dots circle, .dots path")].map((dot) => ({
    dot, r: dot.getAttribute("r"), moved: dot.getAttribute("transform") || "",
  }));
  const fingers = new Map();
  let zoom = 1, x = 0, y = 0, dragged = 0;

  function show() {
    zoom = Math.min(Math.max(zoom, 1), NEAREST);
    x = Math.min(Math.max(x, 0), wide - wide / zoom);
    y = Math.min(Math.max(y, 0), high - high / zoom);
    map.setAttribute("viewBox", [x, y, wide / zoom, high / zoom].map((n) => n.toFixed(2)).join(" "));
    map.style.setProperty("--zoom", zoom);
    map.style.touchAction = zoom > 1 ? "none" : "pan-x pan-y";
    for (const { dot, r, moved } of dots) {
      if (r) dot.setAttribute("r", r / zoom);
      else dot.setAttribute("transform", `${moved} scale(${1 / zoom})`);
    }
  }
  /* Bring closer by a factor, so that the place at (px, py) of the window stays where it is. */
  function closer(factor, px = 0.5, py = 0.5) {
    const before = zoom;
    zoom = Math.min(Math.max(zoom * factor, 1), NEAREST);
    x += px * wide * (1 / before - 1 / zoom);
    y += py * high * (1 / before - 1 / zoom);
    show();
  }
  function move(dx, dy) {
    x += (dx * wide) / zoom;
    y += (dy * high) / zoom;
    show();
  }
  function all() {
    zoom = 1;
    show();
  }
  const at = (event) => {
    const box = map.getBoundingClientRect();
    return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
  };
  const KEYS = {
    "+": () => closer(STEP), "=": () => closer(STEP), "-": () => closer(1 / STEP), "0": all,
    ArrowLeft: () => move(-0.15, 0), ArrowRight: () => move(0.15, 0),
    ArrowUp: () => move(0, -0.15), ArrowDown: () => move(0, 0.15),
  };
  map.addEventListener("keydown", (event) => {
    if (!KEYS[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    KEYS[event.key]();
  });
  map.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return; /* the page keeps its scrolling; a pinch on a touchpad comes here */
    event.preventDefault();
    closer(event.deltaY < 0 ? 1.15 : 1 / 1.15, ...at(event));
  }, { passive: false });
  map.addEventListener("pointerdown", (event) => {
    fingers.set(event.pointerId, at(event));
    if (fingers.size === 1) dragged = 0;
  });
  map.addEventListener("pointermove", (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const now = at(event);
    dragged += Math.hypot(now[0] - before[0], now[1] - before[1]);
    const other = [...fingers].find(([id]) => id !== event.pointerId);
    fingers.set(event.pointerId, now);
    if (other) {
      const apart = (one) => Math.hypot(one[0] - other[1][0], one[1] - other[1][1]);
      closer(apart(now) / Math.max(apart(before), 0.01), ...other[1]);
    } else if (zoom > 1) {
      move(before[0] - now[0], before[1] - now[1]);
    }
  });
  for (const end of ["pointerup", "pointercancel", "pointerleave"]) {
    map.addEventListener(end, (event) => fingers.delete(event.pointerId));
  }
  map.addEventListener("click", (event) => {
    if (dragged > 0.01) event.preventDefault(); /* the end of a drag follows no link */
  }, true);
  map.addEventListener("dragstart", (event) => event.preventDefault());

  const bar = document.createElement("p");
  bar.className = "zoom";
  for (const [text, says, act] of [
    ["+", "Bring the map closer", () => closer(STEP)],
    ["−", "Move the map away", () => closer(1 / STEP)],
    ["all", "Show the whole map", all],
  ]) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = text;
    button.setAttribute("aria-label", says);
    button.addEventListener("click", act);
    bar.append(button);
  }
  (map.closest(".scroll") || map).before(bar);
  map.setAttribute("tabindex", "0");
  show();
}
