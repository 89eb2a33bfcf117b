// <a href="#id_text" data-line="12">: puts the cursor on that line of a long text.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-line]");
  const area = link && document.querySelector(link.hash);
  if (!area?.setSelectionRange) return;
  event.preventDefault();
  const before = area.value.split("\n").slice(0, Number(link.dataset.line) - 1).join("\n");
  const at = before ? before.length + 1 : 0;
  const end = area.value.indexOf("\n", at);
  area.focus();
  area.setSelectionRange(at, end < 0 ? area.value.length : end);
  area.scrollTop = (area.scrollHeight * (Number(link.dataset.line) - 3)) / area.value.split("\n").length;
});
