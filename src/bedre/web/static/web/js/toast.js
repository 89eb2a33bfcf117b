// What just happened. Said aloud once more, since a page that loads does not speak; goes away by itself only without a button.
const CALM = 8000;
const area = document.querySelector("[data-toasts]");

for (const toast of area?.querySelectorAll("[data-toast]") ?? []) {
  setTimeout(() => document.dispatchEvent(new CustomEvent("bd:say", { detail: toast.querySelector("p").textContent })), 300);
  if (!toast.querySelector("form")) setTimeout(() => leave(toast), CALM);
}
area?.addEventListener("click", (event) => {
  if (event.target.closest("[data-close]")) event.target.closest("[data-toast]").remove();
});

function leave(toast) {
  if (toast.matches(":hover, :focus-within")) setTimeout(() => leave(toast), CALM);
  else toast.remove();
}
