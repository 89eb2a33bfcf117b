// Speaks a sentence to a screen reader: document.dispatchEvent(new CustomEvent("bd:say", { detail: "…" })).
const line = document.querySelector("[data-say]");
document.addEventListener("bd:say", (event) => {
  if (!line) return;
  line.textContent = "";
  requestAnimationFrame(() => { line.textContent = event.detail; });
});
