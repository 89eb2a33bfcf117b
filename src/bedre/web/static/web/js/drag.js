// A card to a column. data-drag on the card, data-drop="value" and a heading on the column. Letting go presses the button with
// that value in the card's own menu: what the hand does, the menu does, also without a script.
// With the mouse: drag. With a finger: hold, then drag. With keys on the card's link: Space, arrows, Space; Escape puts it back.
const HOLD = 350;
const START = 6;
const words = document.querySelector("[data-say]")?.dataset ?? {};
const columns = () => [...document.querySelectorAll(".bd-col[data-drop]")];
const nameOf = (column) => column?.querySelector("h2")?.firstElementChild?.nextSibling?.textContent.trim() ?? "";
const button = (card, target) => card.querySelector(`form button[value="${CSS.escape(target.dataset.drop)}"]`);
let held = null;

const say = (sentence, card, where = "") => document.dispatchEvent(new CustomEvent("bd:say", {
  detail: (sentence ?? "").replace("{card}", card.querySelector("h3")?.textContent.trim() ?? "").replace("{where}", where),
}));

function take(card, x, y) {
  held = { card, x, y, from: card.closest("[data-drop]"), line: document.createElement("hr"), target: null };
  held.line.className = "bd-dropline";
  card.dataset.held = "";
  say(words.held, card);
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
  const press = target && target !== held.from && button(card, target);
  if (!press) return put();
  const form = press.form;
  const next = line.nextElementSibling?.closest(".bd-card");
  if (form.elements.before) form.elements.before.value = next?.dataset.card ?? "";
  const steered = card.contains(document.activeElement);
  if (line.isConnected) line.replaceWith(card);
  if (steered) card.querySelector("a").focus({ preventScroll: true });
  say(words.dropped, card, nameOf(target));
  clean();
  form.requestSubmit(press);
}

function put() {
  const { card } = held;
  say(words.back, card);
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
  if (!held && card && event.key === " " && event.target.matches("a")) { event.preventDefault(); take(card, 0, 0); over(held.from, card); return; }
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
  say(words.over, held.card, nameOf(target));
}

function neighbour(column, key) {
  const cards = [...column.querySelectorAll(".bd-card")].filter((card) => card !== held.card);
  const now = cards.findIndex((card) => held.line.compareDocumentPosition(card) & Node.DOCUMENT_POSITION_FOLLOWING);
  const at = now < 0 ? cards.length : now;
  return cards[Math.max(key === "ArrowUp" ? at - 1 : at + 1, 0)];
}

if (document.querySelector("[data-drag]")) {
  addEventListener("pointerdown", press);
  addEventListener("keydown", steer);
  addEventListener("dragstart", (event) => { if (event.target.closest?.("[data-drag]")) event.preventDefault(); });
  addEventListener("contextmenu", (event) => { if (held) event.preventDefault(); });
}

// The page comes anew after a move: whoever steers with keys stands on the card again, where it hangs now.
const MOVED = "bd:moved";
document.addEventListener("submit", (event) => {
  const card = event.target.closest("[data-drag]");
  if (card?.querySelector(":focus-visible")) sessionStorage.setItem(MOVED, card.dataset.card);
});
const moved = sessionStorage.getItem(MOVED);
if (moved) document.querySelector(`[data-card="${CSS.escape(moved)}"] h3 a`)?.focus();
sessionStorage.removeItem(MOVED);
