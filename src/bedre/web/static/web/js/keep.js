// data-keep="name" on a form or a field in it: what is typed stays in this tab until it is sent, and leaving asks first.
// Kept in sessionStorage only: on a shared machine nothing outlives the tab, and signing out (data-forget) clears it.
const PREFIX = "bd:";
const came = performance.getEntriesByType("navigation")[0]?.type;
const typed = (form) => [...form.elements].filter((e) => e.matches("textarea, input:is([type=text], [type=number], [type=search], :not([type]))"));
const read = (key) => { try { return JSON.parse(sessionStorage.getItem(key)); } catch { return null; } };

// Sent and answered: the server has it now. Going back, reloading, or a page that says no (data-refused) is not such an answer.
if (came === "navigate" && !document.querySelector("[data-refused]") && sessionStorage.getItem(`${PREFIX}sent`)) {
  const sent = sessionStorage.getItem(`${PREFIX}sent`);
  [sent, `${PREFIX}sent`].forEach((key) => sessionStorage.removeItem(key));
  if (!sent.startsWith(`${PREFIX}${location.pathname}:`)) sessionStorage.setItem(`${PREFIX}done`, sent);
}

const marked = [...document.querySelectorAll("[data-keep]")];
for (const form of new Set(marked.map((element) => element.closest("form")))) {
  const name = (form.matches("[data-keep]") ? form : form.querySelector("[data-keep]")).dataset.keep;
  const key = `${PREFIX}${location.pathname}:${name}`;
  let dirty = restore(form, key);
  form.addEventListener("input", () => {
    dirty = true;
    sessionStorage.setItem(key, JSON.stringify(Object.fromEntries(typed(form).map((e) => [e.name, e.value]))));
  });
  form.addEventListener("submit", () => { dirty = false; sessionStorage.setItem(`${PREFIX}sent`, key); });
  addEventListener("beforeunload", (event) => { if (dirty) event.preventDefault(); });
  // Going back, the browser brings what was sent with it, last of all; sent again it would make two.
  addEventListener("pageshow", (event) => {
    if (sessionStorage.getItem(`${PREFIX}done`) !== key || (came === "navigate" && !event.persisted)) return;
    if (event.persisted) location.reload();
    form.reset();
    dirty = restore(form, key);
  });
}

function restore(form, key) {
  const kept = read(key);
  if (!kept) return false;
  const changed = typed(form).filter((e) => kept[e.name] && kept[e.name] !== e.value && e.value === e.defaultValue);
  for (const element of changed) element.value = kept[element.name];
  return changed.length > 0;
}

document.addEventListener("submit", (event) => {
  if (event.target.matches("[data-forget]")) sessionStorage.clear();
});
