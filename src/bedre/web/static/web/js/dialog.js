// <details data-dialog><summary/><dialog/></details>: unfolds in the page without a script, is modal with one.
document.addEventListener("click", (event) => {
  const summary = event.target.closest("details[data-dialog] > summary");
  if (!summary) return;
  event.preventDefault();
  show(summary.parentElement);
});

document.addEventListener("click", (event) => {
  const dialog = event.target.closest("dialog");
  const outside = event.target === dialog;
  if (dialog?.open && (outside || event.target.closest("[data-close]"))) dialog.close();
});

function show(ask) {
  const dialog = ask.querySelector("dialog");
  ask.open = true;
  dialog.showModal();
  dialog.querySelector("[data-focus], .body :is(input:not([type=hidden]), select, textarea)")?.focus();
  dialog.addEventListener("close", () => { ask.open = false; ask.querySelector("summary").focus(); }, { once: true });
}

// A form that came back with errors is still in its dialog.
for (const ask of document.querySelectorAll("details[data-dialog][open]")) show(ask);
