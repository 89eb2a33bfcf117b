// A card to a column. data-drag on the card (data-card, data-version, data-title), data-drop on what takes it (an address),
// one form data-mover for the page. With the mouse: drag. With a finger: hold, then drag. With keys: Space, arrows, Space.
const HOLD = 350;
const START = 6;
const mover = document.querySelector("form[data-mover]");
const columns = () => [...document.querySelectorAll(".bd-col[data-drop]")];
let held = null;

const say = (key, card, where = "") => document.dispatchEvent(new CustomEvent("bd:say", {
  detail: (mover.dataset[key] ?? "").replace("{card}", card.dataset.title ?? "").replace("{where}", where),
}));
const nameOf = (target) => target?.dataset.name ?? "";

function take(card, x, y) {
  held = { card, x, y, from: card.parentElement, next: card.nextElementSibling, line: document.createElement("hr"), target: null };
  held.line.className = "bd-dropline";
  card.dataset.held = "";
  say("held", card);
}

function over(target, before) {
  held.target?.removeAttribute("data-over");
  held.target = target;
  target?.setAttribute("data-over", "");
  if (target?.matches(".bd-col")) target.insertBefore(held.line, before ?? [...target.children].findLast((e) => e.matches(".bd-card, header"))?.nextSibling ?? null);
  else held.line.remove();
}

function follow(x, y) {
  const { card } = held;
  card.style.translate = `${x - held.x}px ${y - held.y}px`;
  card.style.pointerEvents = "none";
  const target = document.elementFromPoint(x, y)?.closest("[data-drop]");
  const cards = target ? [...target.querySelectorAll(".bd-card")].filter((other) => other !== card) : [];
  over(target, cards.find((other) => y < other.getBoundingClientRect().top + other.offsetHeight / 2));
  if (y < 80) scrollBy(0, -14);
  if (y > innerHeight - 80) scrollBy(0, 14);
}

function drop() {
  const { card, target, line } = held;
  const before = line.nextElementSibling?.closest(".bd-card") ?? null;
  const there = before === card ? card.nextElementSibling : before;
  const same = target === held.from && there === held.next;
  if (!target || same) return put();
  if (line.isConnected) line.replaceWith(card);
  say("dropped", card, nameOf(target));
  mover.action = target.dataset.drop;
  mover.elements.card.value = card.dataset.card;
  mover.elements.version.value = card.dataset.version ?? "";
  mover.elements.before.value = there?.dataset.card ?? "";
  clean();
  mover.requestSubmit();
}

function put() {
  const { card } = held;
  say("back", card);
  clean();
  card.querySelector("a")?.focus({ preventScroll: true });
}

function clean() {
  held.card.removeAttribute("data-held");
  held.card.style.translate = held.card.style.pointerEvents = "";
  held.target?.removeAttribute("data-over");
  held.line.remove();
  held = null;
}

function press(event) {
  const card = event.target.closest?.("[data-drag]");
  if (!card || event.button || event.target.closest("button, summary, .more")) return;
  const { clientX: x, clientY: y, pointerType } = event;
  const timer = pointerType === "mouse" ? null : setTimeout(() => take(card, x, y), HOLD);
  const move = (e) => {
    const far = Math.hypot(e.clientX - x, e.clientY - y) > START;
    if (!held && far && timer) return done();
    if (!held && far) take(card, x, y);
    if (held) { e.preventDefault(); follow(e.clientX, e.clientY); }
  };
  const still = (e) => { if (held) e.preventDefault(); };
  const swallow = (e) => { e.preventDefault(); e.stopPropagation(); };
  const done = (e) => {
    clearTimeout(timer);
    removeEventListener("pointermove", move);
    removeEventListener("touchmove", still);
    if (!held) return;
    addEventListener("click", swallow, { capture: true, once: true });
    setTimeout(() => removeEventListener("click", swallow, { capture: true }), 50);
    if (e?.type === "pointerup") drop(); else put();
  };
  addEventListener("pointermove", move);
  addEventListener("touchmove", still, { passive: false });
  addEventListener("pointerup", done, { once: true });
  addEventListener("pointercancel", done, { once: true });
}

function steer(event) {
  const card = event.target.closest?.("[data-drag]");
  if (!held && card && event.key === " " && event.target.matches("a")) { event.preventDefault(); take(card, 0, 0); over(card.parentElement, card); return; }
  if (!held) return;
  const all = columns();
  const at = all.indexOf(held.target);
  const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: 0, ArrowDown: 0 }[event.key];
  if (step === undefined && ![" ", "Enter", "Escape"].includes(event.key)) return;
  event.preventDefault();
  if (event.key === "Escape") return put();
  if (step === undefined) return drop();
  const target = all[Math.min(Math.max(at + step, 0), all.length - 1)];
  over(target, step ? target.querySelector(".bd-card") : neighbour(target, event.key));
  say("over", held.card, nameOf(target));
}

function neighbour(column, key) {
  const cards = [...column.querySelectorAll(".bd-card")].filter((card) => card !== held.card);
  const now = cards.findIndex((card) => held.line.compareDocumentPosition(card) & Node.DOCUMENT_POSITION_FOLLOWING);
  const at = now < 0 ? cards.length : now;
  return cards[Math.max(key === "ArrowUp" ? at - 1 : at + 1, 0)];
}

if (mover) {
  addEventListener("pointerdown", press);
  addEventListener("keydown", steer);
  addEventListener("dragstart", (event) => { if (event.target.closest?.("[data-drag]")) event.preventDefault(); });
  addEventListener("contextmenu", (event) => { if (held) event.preventDefault(); });
}
